import { Inject, Injectable } from '@nestjs/common';
import { type Answers, PagedQuestions } from './paged-questions';
import { type Delay, DELAY } from '../ports/delay';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessCreationTimes,
  type GoCardlessCustomerBankAccount,
  type GoCardlessMandate,
  type GoCardlessPayment,
  type GoCardlessPlan,
} from '../ports/gocardless';

/** Something at GoCardless, and a time (ISO 8601 UTC) at which it was there. */
export interface Known {
  readonly id: string;
  readonly at: string;
}

/** Reads of single things for processes that take up many at once: from GoCardless's lists when these are worth it. */
@Injectable()
export class BatchedReads {
  private readonly payments: PagedQuestions<Known, GoCardlessPayment>;
  private readonly mandates: PagedQuestions<Known, GoCardlessMandate>;
  private readonly mandatePlans: PagedQuestions<Known, readonly GoCardlessPlan[]>;
  private readonly bankAccounts: PagedQuestions<Known, GoCardlessCustomerBankAccount>;

  constructor(
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(DELAY) delay: Delay,
  ) {
    const paged = <T extends Thing>(reads: Reads<T>) => new PagedQuestions(this.answersOf(reads), delay);
    this.payments = paged({
      list: (gocardless, times) => gocardless.payments(times),
      one: (gocardless, id) => gocardless.payment(id),
    });
    this.mandates = paged({
      list: (gocardless, times) => gocardless.mandates(times),
      one: (gocardless, id) => gocardless.mandate(id),
    });
    this.mandatePlans = new PagedQuestions(this.planAnswers(), delay);
    this.bankAccounts = paged({
      list: (gocardless, times) => gocardless.customerBankAccounts(times),
      one: (gocardless, id) => gocardless.customerBankAccount(id),
    });
  }

  /** Fails as the port does, also with `GoCardlessNotFound`. */
  payment(connectionId: string, known: Known): Promise<GoCardlessPayment> {
    return this.payments.ask(connectionId, known);
  }

  mandate(connectionId: string, known: Known): Promise<GoCardlessMandate> {
    return this.mandates.ask(connectionId, known);
  }

  customerBankAccount(connectionId: string, known: Known): Promise<GoCardlessCustomerBankAccount> {
    return this.bankAccounts.ask(connectionId, known);
  }

  /** What collects by a mandate without our asking. */
  plansOf(connectionId: string, mandate: Known): Promise<readonly GoCardlessPlan[]> {
    return this.mandatePlans.ask(connectionId, mandate);
  }

  /** A mandate may have any number of them: only the whole list answers. */
  private planAnswers(): Answers<Known, readonly GoCardlessPlan[]> {
    const { accounts } = this;
    return {
      async *pages(connectionId) {
        const plans: GoCardlessPlan[] = [];
        for await (const page of (await accounts.of(connectionId)).plans()) plans.push(...page);
        yield ({ id }) => plans.filter(({ mandateId }) => mandateId === id);
      },
      one: async (connectionId, { id }) => {
        const plans: GoCardlessPlan[] = [];
        for await (const page of (await accounts.of(connectionId)).plans(id)) plans.push(...page);
        return plans;
      },
    };
  }

  /** Lists go from the newest to the oldest: they begin with what was there when the last of the things was. */
  private answersOf<T extends Thing>({ list, one }: Reads<T>): Answers<Known, T> {
    const { accounts } = this;
    return {
      async *pages(connectionId, questions) {
        const createdAtLte = questions.reduce((latest, { at }) => (at > latest ? at : latest), '');
        for await (const page of list(await accounts.of(connectionId), { createdAtLte })) {
          const found = new Map(page.map((thing) => [thing.id, thing]));
          yield ({ id }) => found.get(id);
        }
      },
      one: async (connectionId, { id }) => one(await accounts.of(connectionId), id),
    };
  }
}

interface Thing {
  readonly id: string;
}

interface Reads<T> {
  readonly list: (gocardless: GoCardless, times: GoCardlessCreationTimes) => AsyncIterable<readonly T[]>;
  readonly one: (gocardless: GoCardless, id: string) => Promise<T>;
}
