using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace GeneratedDistrict.Register;

/// <summary>The words from which names are put together.</summary>
public static class NameWords
{
    public static ImmutableArray<string> BrandStarts { get; } = [.. "锦蜀禾鑫福顺德和盛兴瑞康佳乐川温金春长天嘉泰广永丰恒明裕荣祥云清".Select(c => $"{c}")];

    public static ImmutableArray<string> BrandEnds { get; } = [.. "源园城味香丰华记诚达升利田林江舟和悦宸辰".Select(c => $"{c}")];

    /// <summary>The words with which the names of a type end.</summary>
    public static ImmutableArray<string> EndingsOf(BusinessType type) => type switch
    {
        BusinessType.FoodManufacturer => ["食品有限公司", "调味品有限公司", "豆制品有限公司", "粮油有限公司", "饮料有限公司", "烘焙食品有限公司", "肉类食品有限公司"],
        BusinessType.SpecialFoodManufacturer => ["生物科技有限公司", "营养食品有限公司", "保健食品有限公司"],
        BusinessType.FoodAdditiveManufacturer => ["食品配料有限公司", "香料有限公司"],
        BusinessType.SmallWorkshop => ["豆腐坊", "榨油坊", "酿酒坊", "挂面坊", "腊味坊", "泡菜坊", "糕点坊"],
        BusinessType.Wholesaler => ["食品批发部", "粮油批发部", "副食批发部", "商贸有限公司", "供应链管理有限公司", "冷链食品有限公司"],
        BusinessType.Retailer => ["便利店", "副食店", "水果店", "粮油店", "茶叶店", "烟酒店", "干杂店", "鲜肉店", "调料店", "零食店", "蛋糕店", "卤菜店"],
        BusinessType.Supermarket => ["超市", "生鲜超市", "百货超市", "购物中心"],
        BusinessType.SpecialFoodSeller => ["母婴用品店", "保健食品店", "营养品店", "奶粉店", "大药房"],
        BusinessType.MarketOrganiser => ["农贸市场", "综合市场", "农产品市场"],
        BusinessType.OnlinePlatform => ["网络科技有限公司", "电子商务有限公司"],
        BusinessType.Restaurant => ["火锅店", "川菜馆", "家常菜馆", "烤鱼店", "饺子馆", "羊肉汤馆", "干锅店", "汤锅店", "酒楼", "农家乐", "海鲜餐厅", "酒家"],
        BusinessType.SmallCaterer => ["面馆", "小吃店", "早餐店", "米线店", "冒菜店", "串串店", "钵钵鸡店", "抄手店", "包子铺", "奶茶店", "甜水面店", "豆花饭店", "肥肠粉店", "快餐店"],
        BusinessType.FoodStall => ["烧烤摊", "凉粉摊", "煎饼摊", "锅盔摊", "凉菜摊", "蛋烘糕摊", "冰粉摊"],
        BusinessType.CentralKitchen => ["餐饮管理有限公司中央厨房"],
        BusinessType.CollectiveMealDelivery => ["营养餐配送有限公司", "餐饮配送有限公司"],
        BusinessType.SchoolCanteen => ["小学食堂", "初级中学食堂", "九年制学校食堂", "高级中学食堂", "职业学校食堂"],
        BusinessType.KindergartenCanteen => ["幼儿园食堂"],
        BusinessType.ElderlyCareCanteen => ["养老院食堂", "养老服务中心食堂", "敬老院食堂"],
        BusinessType.HospitalCanteen => ["医院食堂", "卫生院食堂", "康复医院食堂"],
        BusinessType.ConstructionSiteCanteen => ["建设项目部食堂", "建筑工地食堂"],
        BusinessType.WorkUnitCanteen => ["科技有限公司职工食堂", "医药有限公司职工食堂", "制造有限公司职工食堂", "机关食堂", "物流园职工食堂"],
        0 => ["食品店"],
    };
}
