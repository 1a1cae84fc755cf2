import { stopEmbeddedPostgres } from '../../src/infrastructure/postgres/embedded-server';
import { TEST_SERVER_FOLDER } from './postgres';

/** Stops the server that test files may have started, unless another test run uses it. */
export default async function teardown(): Promise<void> {
  await stopEmbeddedPostgres(TEST_SERVER_FOLDER);
}
