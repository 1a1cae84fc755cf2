import { eventStoreMigrations } from './event-store/postgres/migrations';
import { keptFileMigrations } from './files/kept-files';
import { accessMigrations } from './http/access/api-keys';
import { keptAnswerMigrations } from './http/idempotency/kept-answers';
import { portalDoorMigrations } from './http/portal/portal-door';
import { sessionMigrations } from './http/sessions/sessions';
import { processCheckpointMigrations } from './processes/postgres-process-checkpoints';
import { connectionSecretMigrations } from './security/postgres-secret-store';
import { gocardlessUserMigrations } from './security/postgres-gocardless-users';
import { personKeyMigrations } from './security/postgres-key-vault';
import { workMigrations } from './work/postgres-work-table';
import { type Migration } from '../postgres/migrations';

/** Every step of the schema, in order. A module keeps its own steps beside its code and is listed here once; new ones go last. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  ...eventStoreMigrations,
  ...personKeyMigrations,
  ...gocardlessUserMigrations,
  ...connectionSecretMigrations,
  ...accessMigrations,
  ...keptAnswerMigrations,
  ...processCheckpointMigrations,
  ...keptFileMigrations,
  ...sessionMigrations,
  ...portalDoorMigrations,
  ...workMigrations,
];
