import type { PagesBuild } from '../build/types.ts';
import type { BootModel, PageItem, PageModel, PersonModel } from '../model/types.ts';

export const STYLESHEET = '/assets/styles/salesforce-lightning-design-system.min.css';

/** Text for the inside of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The page that starts the shell, with the person's facts embedded and the needed files announced. */
export function indexHtml(build: PagesBuild, boot: BootModel, path: string): string {
  const { manifest, base } = build;
  const shown = pageAt(path, boot);
  const components =
    shown === undefined ? [] : customComponents(shown).flatMap((name) => manifest.components[name] ?? []);
  const files = [...new Set([...manifest.imports, ...components])].filter((file) => !manifest.entries.includes(file));
  const scripts = manifest.entries.map((file) => `<script type="module" src="${base}/${file}"></script>`).join('\n');
  const preloads = files.map((file) => `<link rel="modulepreload" href="${base}/${file}">`).join('\n');
  return document(
    boot.application.label,
    `${preloads}\n${scripts}`,
    `<div id="local-org-app"><div class="first-header"></div><div class="first-tabs"></div></div>
<script type="application/json" id="local-org-boot">${JSON.stringify(boot).replace(/</g, '\\u003c')}</script>`,
  );
}

/** The page for somebody without a session: a form, and in a local org everybody to choose from. */
export function signInHtml(options: {
  readonly people: readonly PersonModel[];
  readonly returnTo: string;
  readonly problem?: string;
}): string {
  const roles = [...new Set(options.people.map(({ role }) => role))];
  const hidden = `<input type="hidden" name="returnTo" value="${escapeHtml(options.returnTo)}">`;
  const choices = roles
    .map((role) => {
      const people = options.people.filter((person) => person.role === role);
      const buttons = people.map(
        ({ id, name, title }) =>
          `<li><button class="slds-button person" name="userId" value="${id}"><strong>${escapeHtml(name)}</strong> <span class="slds-text-color_weak">${escapeHtml(title)}</span></button></li>`,
      );
      return `<h3 class="slds-text-title_bold slds-m-top_small">${escapeHtml(role)}</h3><ul>${buttons.join('')}</ul>`;
    })
    .join('\n');
  const switcher = `<form method="post" action="/local-org/session" class="slds-box slds-theme_default">${hidden}
<h1 class="slds-text-heading_medium">See the org as…</h1><p class="slds-text-color_weak">local-org only. Nothing is asked, since everything stays on this machine.</p>${choices}</form>`;
  const form = `<form method="post" action="/local-org/session" class="slds-box slds-theme_default">${hidden}
<h1 class="slds-text-heading_medium slds-m-bottom_small">Log in</h1>
${options.problem === undefined ? '' : `<p class="slds-text-color_error slds-m-bottom_small" role="alert">${escapeHtml(options.problem)}</p>`}
<label class="slds-form-element__label" for="username">Username</label><input class="slds-input slds-m-bottom_small" id="username" name="username" autocomplete="username" required>
<label class="slds-form-element__label" for="password">Password</label><input class="slds-input slds-m-bottom_small" id="password" name="password" type="password" autocomplete="current-password" required>
<button class="slds-button slds-button_brand slds-button_stretch">Log In</button></form>`;
  return document('Log in', '', `<main class="sign-in">${options.people.length > 0 ? switcher : form}</main>`);
}

function document(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET}">
<link rel="stylesheet" href="/local-org/shell.css">
${head}
</head>
<body class="slds-scope">
${body}
</body>
</html>
`;
}

/** The page that the shell will show first, so that its components can be fetched with the shell. */
function pageAt(path: string, boot: BootModel): PageModel | undefined {
  const [, , kind, name = ''] = path.split('?')[0]?.split('/') ?? [];
  const byName = (wanted: string | undefined): PageModel | undefined => boot.pages.find((page) => page.name === wanted);
  if (kind === 'r') return byName(boot.objects[name]?.page);
  if (kind === 'n') return byName(boot.application.navigation.find((item) => item.name === name)?.target);
  return kind === 'o' || kind === 'cmp' ? undefined : byName(boot.application.homePage);
}

function customComponents(page: PageModel): string[] {
  const namesIn = (items: readonly PageItem[]): string[] =>
    items.flatMap((item) => {
      if (item.kind === 'tabs') return item.tabs.flatMap((tab) => namesIn(tab.items));
      return item.kind === 'component' && item.name.startsWith('c:') ? [item.name.slice(2)] : [];
    });
  return page.regions.flatMap(({ items }) => namesIn(items));
}
