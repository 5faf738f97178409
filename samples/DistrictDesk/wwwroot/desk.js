// What the desk does besides where scripts run; without them every page works all the same.
(() => {
  'use strict';

  // How far the founding is.
  const poll = async () => {
    const place = document.querySelector('[data-poll]');
    if (!place) return;
    try {
      const answer = await fetch(place.dataset.poll, { headers: { accept: 'application/json' } });
      if ((await answer.json()).isReady) { location.assign('/'); return; }
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').querySelector('[data-poll]');
      if (page) place.replaceChildren(...page.childNodes);
    } catch { /* the next time */ }
    setTimeout(poll, 1000);
  };

  // Visits that wait on the phone: each with the id of its request, so that it counts once however often it is sent, and with whose it is.
  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open('desk', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('visits', { keyPath: 'id' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const visits = async (mode, ask) => {
    const asked = ask((await opened).transaction('visits', mode).objectStore('visits'));
    return new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
  };
  const waiting = () => visits('readonly', store => store.getAll());
  const tell = async () => {
    const place = document.getElementById('outbox');
    if (!place) return;
    const count = (await waiting()).length;
    place.hidden = count === 0;
    place.textContent = `${place.dataset.waiting} ${count}`;
  };

  const bodyOf = fields => { const body = new FormData(); fields.forEach(([name, value]) => body.append(name, value)); return body; };
  const send = async visit => {
    const { field, token, user } = await (await fetch('/token', { headers: { accept: 'application/json' } })).json();
    if (user !== visit.user) return null;
    const answer = await fetch(visit.address, { method: 'POST', headers: { accept: 'text/html' }, body: bodyOf([...visit.fields, [field, token]]) });
    const isDone = answer.redirected && new URL(answer.url).searchParams.has('done');
    // Refused is refused, however often it is sent; anything else may come right.
    if (isDone || answer.status === 422 || answer.status === 403) await visits('readwrite', store => store.delete(visit.id));
    return { isDone, answer };
  };
  const flush = () => navigator.locks.request('desk-outbox', async () => {
    for (const visit of await waiting()) {
      try { await send(visit); } catch { break; }
    }
    await tell();
  });

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.dataset.outbox === 'ask' && !form.dataset.asked) {
      event.preventDefault();
      const count = (await waiting()).length;
      if (count > 0 && !confirm(document.getElementById('outbox').textContent)) return;
      await visits('readwrite', store => store.clear());
      navigator.serviceWorker?.controller?.postMessage('forget');
      form.dataset.asked = 'yes';
      form.requestSubmit();
      return;
    }

    if (!form.dataset.offline) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name, value]) => name !== '__RequestVerificationToken' && !(value instanceof File && value.size === 0));
    const visit = { id: form.elements.request.value, user: form.dataset.offline, address: form.getAttribute('action') || location.pathname, fields };
    await visits('readwrite', store => store.put(visit));
    await navigator.locks.request('desk-outbox', async () => {
      try {
        const sent = await send(visit);
        if (sent?.isDone) { location.assign(sent.answer.url); return; }
        const page = sent && new DOMParser().parseFromString(await sent.answer.text(), 'text/html').querySelector('main');
        if (page) { document.querySelector('main').replaceWith(page); page.focus(); }
      } catch {
        form.querySelectorAll('button').forEach(button => { button.disabled = true; });
        document.getElementById('outbox').scrollIntoView();
      }
    });
    await tell();
  });

  document.addEventListener('click', event => { if (event.target.closest?.('[data-print]')) window.print(); });

  const show = () => {
    document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; });
    // The forms of whoever looks at his work are made ready for when there is no network.
    if (navigator.serviceWorker?.controller) document.querySelectorAll('a[data-ready]').forEach(link => fetch(link.href).catch(() => {}));
    tell();
  };

  poll();
  navigator.serviceWorker?.register('/sw.js').then(() => navigator.serviceWorker.ready).then(show);
  window.addEventListener('online', flush);
  if (navigator.onLine) flush();
  show();
  window.Blazor?.addEventListener?.('enhancedload', show);
})();
