import { createElement } from 'lwc';
import { flush } from './wires';

type Constructor = Parameters<typeof createElement>[1]['is'];

/** A component on the page, with what tests ask of it. */
export interface Mounted {
  readonly element: HTMLElement & Record<string, unknown>;
  find<E extends HTMLElement = HTMLElement>(selector: string): E & Record<string, unknown>;
  findAll<E extends HTMLElement = HTMLElement>(selector: string): (E & Record<string, unknown>)[];
  has(selector: string): boolean;
  /** The words of the component's own template, blanks collapsed. */
  text(selector?: string): string;
  click(selector: string): Promise<void>;
  fire(selector: string, type: string, detail?: unknown): Promise<void>;
}

/** Puts a component on the page with its public properties and lets it render. */
export async function mount(name: string, is: Constructor, properties: object = {}): Promise<Mounted> {
  const element = Object.assign(createElement(name, { is }), properties) as Mounted['element'];
  document.body.appendChild(element);
  await flush();
  const root = (): ShadowRoot => {
    if (!element.shadowRoot) throw new Error(`${name} has no shadow root`);
    return element.shadowRoot;
  };
  const find: Mounted['find'] = (selector) => {
    const found = root().querySelector(selector);
    if (!found) throw new Error(`${name} has no ${selector}:\n${root().innerHTML}`);
    return found as never;
  };
  return {
    element,
    find,
    findAll: (selector) => [...root().querySelectorAll(selector)] as never,
    has: (selector) => root().querySelector(selector) !== null,
    text: (selector) => wordsOf(selector ? find(selector) : root()),
    click: async (selector) => {
      find(selector).click();
      await flush();
    },
    fire: async (selector, type, detail) => {
      find(selector).dispatchEvent(new CustomEvent(type, { detail }));
      await flush();
    },
  };
}

/** The text nodes under a node, with one blank between them. */
function wordsOf(node: Node): string {
  const words = node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [...node.childNodes].map(wordsOf);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
