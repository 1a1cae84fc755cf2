import { majorUnits } from '../../domain/shared/decimal-amount';

/** `123456` of GBP → `1,234.56`. */
export function amountText(minor: number): string {
  return majorUnits(minor).replace(/\B(?=(\d{3})+\.)/g, ',');
}
