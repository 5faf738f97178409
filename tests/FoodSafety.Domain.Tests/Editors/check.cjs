// Runs documents through the JSON engine of VS Code with a schema.
// In (stdin): {"schema": "...", "documents": ["..."], "complete": [{"text": "...", "at": 0}]}
// Out (stdout): {"findings": [[{"line": 1, "column": 1, "message": "..."}]], "completions": [["..."]]}
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');

async function run(input) {
  const uri = 'file:///policy.json';
  const service = getLanguageService({ schemaRequestService: async (wanted) => { throw new Error(`no schema but the given one is read: ${wanted}`); } });
  service.configure({ validate: true, allowComments: false, schemas: [{ uri: 'file:///policy.schema.json', fileMatch: ['*.json'], schema: JSON.parse(input.schema) }] });
  const findings = [];
  for (const text of input.documents) {
    // A file names its schema by a path of its own checkout; here it is the given one.
    const document = TextDocument.create(uri, 'json', 1, text.replace(/"\$schema": "[^"]*",?/, ''));
    const found = await service.doValidation(document, service.parseJSONDocument(document), { schemaValidation: 'error' });
    findings.push(found.map((one) => ({ line: one.range.start.line + 1, column: one.range.start.character + 1, message: one.message })));
  }
  const completions = [];
  for (const { text, at } of input.complete) {
    const document = TextDocument.create(uri, 'json', 1, text);
    const list = await service.doComplete(document, document.positionAt(at), service.parseJSONDocument(document));
    completions.push(list.items.map((item) => `${item.label}\t${item.documentation?.value ?? item.documentation ?? ''}`));
  }
  return { findings, completions };
}

let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (part) => { text += part; });
process.stdin.on('end', async () => {
  process.stdout.write(JSON.stringify(await run(JSON.parse(text))));
});
