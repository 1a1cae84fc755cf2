import { SetMetadata } from '@nestjs/common';

/** Roles that a key can have. Payers come by portal link and GoCardless by signature: neither has a key. */
export const ROLES = ['admin', 'accountant', 'collector', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** The one table of who may do what. Each address names a row of it: `@Roles(...MAY.keepBooks)`. */
export const MAY = {
  /** Connections and their tokens, settings, making and revoking keys, forgetting a person. */
  administer: ['admin'],
  /** Who has a key: of interest to those who hand them out and to those who check that. */
  readKeys: ['admin', 'auditor'],
  /** Customers, mandates, balances, exports, orders, scheduled payments, refunds, periods, re-drives. */
  keepBooks: ['admin', 'accountant'],
  /** Look-ups at GoCardless show people who are not our customers yet. */
  lookUpAtGoCardless: ['admin', 'accountant'],
  /** Every query, connections and settings included. */
  readBooks: ['admin', 'accountant', 'auditor'],
  /** Payments of a round, which its collector sees and accepts. */
  readPayments: ['admin', 'accountant', 'auditor', 'collector'],
  acceptPayments: ['admin', 'accountant', 'collector'],
  replay: ['admin', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export const ROLES_OF_ADDRESS = Symbol('roles of an address');

/** Who may use an address: on a method, or on a controller for all its methods. An address without it is open to no key. */
export function Roles(...roles: readonly Role[]): MethodDecorator & ClassDecorator {
  return SetMetadata(ROLES_OF_ADDRESS, roles);
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
