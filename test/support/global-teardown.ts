import { releaseTestServer } from './postgres';

/** Stops the server that test files may have started, unless another test run uses it. */
export default async function teardown(): Promise<void> {
  await releaseTestServer();
}
