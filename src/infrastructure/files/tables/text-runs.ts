import { LONGEST_CELL } from './cells';

/** Collects the text of a cell, which may be in runs of their own fonts; what tells how it is spoken is left out. */
export class TextRuns {
  private collected = '';
  private inText = false;
  private spoken = 0;

  open(name: string): void {
    if (name === 'rPh') this.spoken += 1;
    if (name === 't') this.inText = this.spoken === 0;
  }

  text(text: string): void {
    if (this.inText) this.collected = joined(this.collected, text);
  }

  close(name: string): void {
    if (name === 'rPh') this.spoken -= 1;
    if (name === 't') this.inText = false;
  }

  /** The text, with the format's own escapes (`_x000D_`) read; begins anew. */
  take(): string {
    const text = this.collected;
    this.collected = '';
    return text.length > LONGEST_CELL ? text : withoutEscapes(text);
  }
}

/** Once a text is longer than any cell, how long it is matters no more. */
export function joined(before: string, more: string): string {
  return before.length > LONGEST_CELL ? before : before + more;
}

/** A text of its own: what the parser hands over may hold on to the whole piece that it was cut from. */
function withoutEscapes(text: string): string {
  const read = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(read, 'utf8').toString('utf8');
}
