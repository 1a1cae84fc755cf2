import { getFormatDateInfo, isDateFormat, isValidFormat } from 'numfmt';

/** How a workbook shows a number. */
export interface NumberFormat {
  readonly code: string;
  readonly showsTime: boolean;
  /** Shows day, month and year. */
  readonly showsDay: boolean;
  /** What is shown depends on the language and habits of the reader's computer. */
  readonly isReaders: boolean;
  /** Shows texts otherwise than they are, or not at all. */
  readonly changesText: boolean;
}

/** Of a format's code, as Excel has it. */
const LONGEST_CODE = 255;
/** A number has 15 digits; a code with places for hundreds is there to keep a reader busy. */
const MAX_PLACES = 64;
/** Of all codes of a workbook that are looked at, in characters: each takes time, and Excel has room for some 250 short ones. */
const MAX_CODES = 16_384;

/** The formats that every workbook has without saying so, by their number. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Money in "$" of these means the currency of the reader's computer. */
const READERS_MONEY: readonly number[] = [5, 6, 7, 8, 42, 44];

/** The formats of a workbook, each looked at once and only when a cell needs it. */
export class NumberFormats {
  private readonly seen = new Map<string, NumberFormat | null>();
  private left = MAX_CODES;

  /**
   * @param id of the format
   * @param code what the workbook itself says of this id
   * @returns null for a format that can not be read
   */
  of(id: number, code: string | undefined): NumberFormat | null {
    const key = code === undefined ? String(id) : `code ${code}`;
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    const format = this.look(id, code);
    this.seen.set(key, format);
    return format;
  }

  private look(id: number, own: string | undefined): NumberFormat | null {
    const code = own ?? BUILT_IN[id];
    if (code === undefined || code.length > LONGEST_CODE) return null;
    if ((code.match(/[0#?%]/g) ?? []).length > MAX_PLACES) return null;
    this.left -= code.length;
    if (this.left < 0 || !isValidFormat(code)) return null;
    const { year, month, day } = getFormatDateInfo(code);
    const bare = bareCode(code);
    const showsTime = isDateFormat(code);
    return {
      code,
      showsTime,
      // A weekday is no day of the month.
      showsDay: year && month && day && /(^|[^d])d{1,2}(?!d)/i.test(bare),
      changesText: code !== '@' && (bare.includes('@') || bare.split(';').length > 3),
      isReaders:
        own === undefined ? showsTime || READERS_MONEY.includes(id) : showsTime && usesReadersWords(code, bare),
    };
  }
}

/** Dates in the form that the system is set to, and names of months and days, are written as each reader's computer does. */
function usesReadersWords(code: string, bare: string): boolean {
  return /\[\$-[xF]/i.test(code) || (/mmm|ddd/i.test(bare) && !/\[\$-[0-9A-E]/i.test(code));
}

/** Without what is shown as it stands: quoted and escaped text, colours, conditions, languages. */
function bareCode(code: string): string {
  return code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '');
}
