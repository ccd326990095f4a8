import type { AuthorizeRequest } from './authorize-request.ts';

/** Headers of the page: it may send its form to this org, which sends the browser on to the app, and nowhere else. */
export function authorizeHeaders({ redirectUri }: AuthorizeRequest): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; ` +
      `form-action 'self' ${sourceOf(new URL(redirectUri))}`,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };
}

/** A web address stands for its origin; the scheme of an app on a phone has none, and stands for itself. */
function sourceOf({ origin, protocol }: URL): string {
  return origin === 'null' ? protocol : origin;
}

/** The page on which a person logs in to let an app in. */
export function authorizeHtml(request: AuthorizeRequest, problem?: string): string {
  const hidden = Object.entries(request.fields).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem; color: #181818 }
label, input, button { display: block; box-sizing: border-box; width: 100%; font: inherit }
input { margin: 0 0 1rem; padding: 0.5rem } button { margin-top: 0.5rem; padding: 0.5rem }
[role=alert] { color: #b60554 }
</style></head>
<body><main><h1>Log in</h1>
<p><strong>${escape(request.consumerKey)}</strong> asks to work in this org as you.</p>
${problem === undefined ? '' : `<p role="alert">${escape(problem)}</p>`}
<form method="post" action="/services/oauth2/authorize">${hidden.join('')}
<label for="username">Username</label><input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button name="answer" value="allow">Log in and allow</button>
<button name="answer" value="deny" formnovalidate>Deny</button>
</form></main></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
