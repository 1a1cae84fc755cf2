import { TEST_RUN } from './postgres';

/** Jest's workers come and go; the server is held in the name of the process that starts them. */
export default function setup(): void {
  process.env[TEST_RUN] = String(process.pid);
}
