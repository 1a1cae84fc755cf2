import { Body, Controller, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type LinkedLine, LinkMandatesByFile } from '../../../application/mandates/link-mandates-by-file';
import { CustomerItem } from '../../../read-models/customers/list';
import { MandateItem } from '../../../read-models/mandates/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { listFile } from '../answers/table-columns';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { foundCustomer } from '../lookups/look-up-fields';
import { type ImportForm, ImportsTable, readImportOptions } from '../requests/import-options';
import { Upload } from '../requests/upload';
import { type LinkCounts, LinkImport } from './link-import-fields';

/** The list of mandates links what it shows as linked; that of customers links by e-mail. */
const LINKS_FORM: ImportForm = {
  lists: [
    listFile(MandateItem, { customerId: 'customerId', mandateId: 'mandateId' }, ['mandateId', 'linked']),
    listFile(CustomerItem, { id: 'customerId', email: 'email' }, ['email']),
  ],
};

@ApiTags('Mandates')
@Controller('api/mandates/link-imports')
export class LinkImportsController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Each line by itself, with what became of it. A file that can not be read, an unknown customer or two lines that contradict each other:
   * 422 with `errors` by line and column, and nothing is linked. Sending the file again is harmless.
   */
  @Post()
  @Operation('linkMandatesByFile', 'Link the customers of a file')
  @Refuses('connection_needed', 'unknown_connection', 'too_many_lines')
  @AsksGoCardless()
  @Roles(...MAY.lookUpAtGoCardless)
  @Answers(200, LinkImport)
  @ImportsTable(LINKS_FORM)
  async link(
    @Body() upload: Upload,
    @Query() query: unknown,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<LinkImport> {
    const { reading, connectionId, dryRun } = readImportOptions(query, LINKS_FORM);
    const command = new LinkMandatesByFile(upload, reading, connectionId, access.connectionIds, dryRun, context);
    const lines = unlessRefused(await this.commands.execute(command));
    const items = lines.map(({ choices, ...line }) => ({ ...line, choices: choices.map(foundCustomer) }));
    return { dryRun, lines: lines.length, counts: countsOf(lines), items };
  }
}

function countsOf(lines: readonly LinkedLine[]): LinkCounts {
  const counts = {
    linked: 0,
    already_linked: 0,
    duplicate: 0,
    ambiguous: 0,
    none: 0,
    unusable: 0,
    linked_elsewhere: 0,
    other_creditor: 0,
    direct_settlement: 0,
  };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}
