// Keeps the forms of visits and what they need, so that they open without a network. Nothing else of the district is kept on the phone.
'use strict';
const KEPT = 'desk-1';
const OFFLINE = '/offline.html';
const isForm = url => /^\/\d+\/(businesses\/[^/]+\/visit|cadres\/[^/]+)$/.test(url.pathname);
const isAsset = url => /\.(css|js|svg)$/.test(url.pathname);

self.addEventListener('install', event => event.waitUntil(caches.open(KEPT).then(cache => cache.addAll([OFFLINE, '/favicon.svg'])).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

// Whoever signs out leaves nothing behind.
self.addEventListener('message', event => {
  if (event.data === 'forget') event.waitUntil(caches.delete(KEPT).then(() => caches.open(KEPT)).then(cache => cache.addAll([OFFLINE])));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const kept = isForm(url) || isAsset(url);
  if (!kept && event.request.mode !== 'navigate') return;
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    try {
      const answer = await fetch(event.request);
      // What was sent elsewhere, as to sign in, is no form.
      if (kept && answer.ok && !answer.redirected) await cache.put(url.pathname, answer.clone());
      return answer;
    } catch (error) {
      return (kept && await cache.match(url.pathname)) || (event.request.mode === 'navigate' ? await cache.match(OFFLINE) : Promise.reject(error));
    }
  })());
});
