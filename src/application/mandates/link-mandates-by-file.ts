import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { type MandateObstacle } from '../../domain/mandates/obstacle';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { type CommandContext, inStep } from '../aggregates';
import { ChosenConnection } from '../connections/chosen-connection';
import { customersOfLines } from '../customers/customers-of-lines';
import { inParallel } from '../../domain/shared/in-parallel';
import { type FoundMandate, LinkedMandates } from './linked-mandates';
import { keyText, type LinkLine, readLinkLine } from './link-lines';
import { chosenMandate, foundBy, type FoundCustomer, type FoundPayers, LookUp } from '../gocardless-reads/look-up';
import { BALANCE_QUESTIONS, type BalanceQuestions } from '../ports/balance-questions';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import {
  TABLE_FILES,
  type TableFiles,
  type TableForm,
  type TableLine,
  type TableReading,
  type UploadedTable,
} from '../ports/table-files';
import { type LinesRefusal } from '../customers/line-errors';
import { readWholeFile } from '../customers/whole-file';

export type LinkOutcome =
  'linked' | 'already_linked' | 'duplicate' | 'ambiguous' | 'none' | 'unusable' | 'linked_elsewhere' | MandateObstacle;

/** What became of a line of the file; of a dry run, what would. */
export interface LinkedLine {
  readonly line: number;
  readonly customerId: string;
  readonly outcome: LinkOutcome;
  readonly mandateId: string | null;
  readonly message: string;
  /** Who fits, when it is ambiguous. Personal data: answered, never logged. */
  readonly choices: readonly FoundCustomer[];
}

/** Links the customers of a file. One line's trouble is its own; the file may be sent again at any time. */
export class LinkMandatesByFile extends Command<readonly LinkedLine[] | Refusal | LinesRefusal> {
  constructor(
    readonly table: UploadedTable,
    readonly reading: TableReading,
    /** Null = the only connection there is. */
    readonly connectionId: string | null,
    readonly allowed: 'all' | readonly string[],
    readonly dryRun: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const CONCURRENCY = 16;

const FORM: TableForm = {
  columns: {
    customerId: 'text',
    reference: 'text',
    email: 'text',
    gocardlessCustomerId: 'text',
    mandateId: 'text',
  },
  oneOf: [
    ['customerId', 'reference'],
    ['email', 'gocardlessCustomerId', 'mandateId'],
  ],
};

@CommandHandler(LinkMandatesByFile)
export class LinkMandatesByFileHandler implements ICommandHandler<LinkMandatesByFile> {
  constructor(
    private readonly chosenConnection: ChosenConnection,
    private readonly lookUp: LookUp,
    private readonly linkedMandates: LinkedMandates,
    @Inject(TABLE_FILES) private readonly files: TableFiles,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(BALANCE_QUESTIONS) private readonly questions: BalanceQuestions,
  ) {}

  async execute(command: LinkMandatesByFile): Promise<readonly LinkedLine[] | Refusal | LinesRefusal> {
    const connection = await this.chosenConnection.of(command.connectionId, command.allowed);
    if (isRefusal(connection)) return connection;
    const { connectionId } = connection;
    const lines = await this.read(command, connectionId);
    if (isRefusal(lines)) return lines;
    const keys = lines.map(({ key }) => key);
    const steps = plan(connectionId, lines, await this.lookUp.findAll(connectionId, keys));
    const done = new Array<LinkedLine>(steps.length);
    await inParallel(CONCURRENCY, steps, async (step, index) => {
      done[index] = 'outcome' in step ? step : await this.carryOut(step, command);
    });
    return done;
  }

  private async read({ table, reading }: LinkMandatesByFile, connectionId: string) {
    const seen = new Map<string, LinkLine>();
    await this.questions.caughtUp(await this.store.head());
    const readBatch = async (batch: readonly TableLine[]) => {
      const whose = await customersOfLines(this.questions, connectionId, batch);
      return batch.map((line) => {
        const read = readLinkLine(line, whose(line), seen);
        if (!Array.isArray(read) && read.repeats === null) seen.set(keyText(read.key), read);
        return read;
      });
    };
    return readWholeFile<LinkLine>(this.files.read(table, FORM, reading), readBatch, 'linked');
  }

  private async carryOut({ line, found }: Step, { dryRun, context }: LinkMandatesByFile): Promise<LinkedLine> {
    const own = inStep(context, String(line));
    const linked = dryRun
      ? await this.linkedMandates.wouldLink(found, own)
      : await this.linkedMandates.linkFound(found, own);
    const answer = { line, customerId: found.customerId, mandateId: found.mandate.id, choices: [] };
    if (isRefusal(linked)) return { ...answer, ...refusedLine(linked) };
    const isNew = ('events' in linked ? linked.events : linked).length > 0;
    return isNew
      ? { ...answer, outcome: 'linked', message: dryRun ? 'It would be linked.' : 'It is linked now.' }
      : { ...answer, outcome: 'already_linked', message: 'It was linked to this customer before.' };
  }
}

/** A line that leads to one mandate. */
interface Step {
  readonly line: number;
  readonly found: FoundMandate;
}

/** What is to be done for each line, or what is known already; a mandate is linked by the first line that leads to it. */
function plan(connectionId: string, lines: readonly LinkLine[], payers: FoundPayers): readonly (Step | LinkedLine)[] {
  const first = new Map<string, LinkLine>();
  return lines.map((one) => {
    const { line, customerId, key, repeats } = one;
    const answer = { line, customerId, mandateId: null, choices: [] };
    if (repeats !== null) {
      return { ...answer, outcome: 'duplicate', message: `It says the same as line ${repeats}.` };
    }
    const mandate = chosenMandate(payers.by(key), key);
    if (isRefusal(mandate)) return { ...answer, ...refusedLine(mandate) };
    const before = first.get(mandate.id);
    if (before !== undefined) {
      const same = before.customerId === customerId;
      const message = `Line ${before.line} leads to the same mandate${same ? '' : ', for another customer'}.`;
      return { ...answer, mandateId: mandate.id, outcome: same ? 'duplicate' : 'linked_elsewhere', message };
    }
    first.set(mandate.id, one);
    const bankAccount = payers.bankAccount(mandate.customerBankAccountId) ?? NO_ACCOUNT;
    return { line, found: { connectionId, mandate, bankAccount, customerId, foundBy: foundBy(key) } };
  });
}

/** A bank account that was made after its list had been read: nothing but the display lacks it. */
const NO_ACCOUNT = { bankName: null, accountNumberEnding: null };

const OUTCOME_OF_REFUSAL: Readonly<Record<string, LinkOutcome>> = {
  ambiguous: 'ambiguous',
  mandate_linked_elsewhere: 'linked_elsewhere',
  no_usable_mandate: 'unusable',
  not_found_at_gocardless: 'none',
  other_creditor: 'other_creditor',
  direct_settlement: 'direct_settlement',
};

function refusedLine(refusal: Refusal | (Refusal & { readonly choices: readonly FoundCustomer[] })) {
  const outcome = OUTCOME_OF_REFUSAL[refusal.code];
  if (outcome === undefined) throw new Error(`Linking a line was refused with ${refusal.code}.`);
  return { outcome, message: refusal.detail, choices: 'choices' in refusal ? refusal.choices : [] };
}
