import { GoCardlessNotFound } from '../ports/gocardless';

/** What GoCardless answers; null when the account has no such thing. */
export async function unlessNotFound<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GoCardlessNotFound) return null;
    throw error;
  }
}
