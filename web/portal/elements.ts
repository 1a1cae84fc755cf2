type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

/** An element with what is in it. A text is a text, whatever is written in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Shut while what it does is under way. */
export function button(className: string, text: string, act: () => void | Promise<void>): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, text);
  made.addEventListener('click', () => {
    made.disabled = true;
    void Promise.resolve(act()).finally(() => {
      made.disabled = false;
    });
  });
  return made;
}

export function day(date: string, shown: string): HTMLTimeElement {
  return element('time', { datetime: date }, shown);
}
