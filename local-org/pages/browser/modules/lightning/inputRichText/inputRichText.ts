import { LightningElement, api } from 'lwc';

interface Tool {
  readonly command: string;
  readonly label: string;
  readonly iconName: string;
}

/** What the platform's editor offers, as far as `document.execCommand` does it; the rest of its formats are not here. */
const TOOLS: readonly Tool[] = [
  { command: 'bold', label: 'Bold', iconName: 'utility:bold' },
  { command: 'italic', label: 'Italic', iconName: 'utility:italic' },
  { command: 'underline', label: 'Underline', iconName: 'utility:underline' },
  { command: 'insertUnorderedList', label: 'Bulleted list', iconName: 'utility:richtextbulletedlist' },
  { command: 'insertOrderedList', label: 'Numbered list', iconName: 'utility:richtextnumberedlist' },
];

/**
 * `lightning-input-rich-text`, which is not among the open base components: an editor for HTML.
 *
 * @fires change with `detail.value`, the HTML; empty text gives an empty string
 */
export default class InputRichText extends LightningElement {
  @api label?: string;
  @api labelVisible = false;
  @api placeholder = '';
  @api disabled = false;
  @api required = false;
  @api messageWhenBadInput = 'Complete this field.';
  @api valid?: boolean;

  readonly tools = TOOLS;
  private html = '';
  private isWritten = false;

  @api
  get value(): string {
    return this.html;
  }

  set value(value: string | undefined) {
    const html = value ?? '';
    if (html === this.html && this.isWritten) return;
    this.html = html;
    this.write();
  }

  get labelClass(): string {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }

  get editable(): 'true' | 'false' {
    return this.disabled ? 'false' : 'true';
  }

  get isRequired(): string {
    return String(this.required);
  }

  get problem(): string | undefined {
    return this.valid === false ? this.messageWhenBadInput : undefined;
  }

  renderedCallback(): void {
    if (!this.isWritten) this.write();
  }

  @api
  focus(): void {
    this.editor?.focus();
  }

  /** A click on a tool must not take the selection out of the text. */
  keepSelection(event: Event): void {
    event.preventDefault();
  }

  handleTool(event: Event): void {
    const command = (event.currentTarget as HTMLElement).dataset['command'] ?? '';
    this.editor?.focus();
    document.execCommand(command);
    this.handleInput();
  }

  handlePaste(event: ClipboardEvent): void {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  }

  handleInput(): void {
    const editor = this.editor;
    if (editor === null || editor === undefined) return;
    const isEmpty = (editor.textContent ?? '').trim() === '' && editor.querySelector('img') === null;
    this.html = isEmpty ? '' : editor.innerHTML;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
  }

  handleFocus(): void {
    this.dispatchEvent(new CustomEvent('focus'));
  }

  handleBlur(): void {
    this.dispatchEvent(new CustomEvent('blur'));
  }

  private get editor(): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>('.editor') ?? null;
  }

  private write(): void {
    const editor = this.editor;
    if (editor === null) return;
    this.isWritten = true;
    // Text of others is shown by lightning-formatted-rich-text, which sanitises; here a person edits what is theirs.
    const parsed = new DOMParser().parseFromString(this.html, 'text/html');
    for (const unsafe of parsed.body.querySelectorAll('script,iframe,object,embed,style,link')) unsafe.remove();
    for (const element of parsed.body.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes]) {
        if (/^on/i.test(name) || /^\s*javascript:/i.test(value)) element.removeAttribute(name);
      }
    }
    editor.replaceChildren(...parsed.body.childNodes);
  }
}
