// Gives the service's user in EventStoreDB what the service needs and nothing more, and everybody else nothing. Run once on a new server with TLS:
//
//   EVENTSTOREDB_ADMIN_URL='esdb://admin:…@host:2113?tlsCAFile=/path/ca.crt' EVENTSTOREDB_URL='esdb://ledger:…@host:2113?tlsCAFile=/path/ca.crt' \
//     node scripts/eventstoredb-rights.mjs
//
// It creates the user of EVENTSTOREDB_URL if there is none. The default rights that it sets apply to all streams of the server.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import eventstoredb from '@eventstore/db-client';

const [admin, service] = ['EVENTSTOREDB_ADMIN_URL', 'EVENTSTOREDB_URL'].map(read);
const client = eventstoredb.EventStoreDBClient.connectionString(process.env.EVENTSTOREDB_ADMIN_URL);

await makeUser();
const staff = '$admins';
const ours = [service.user, staff];
await write('$settings', 'update-default-acl', {
  // Only administrators may delete a stream, or change its metadata, which can truncate it: the log is kept for ever.
  $userStreamAcl: { $r: ours, $w: [service.user], $d: staff, $mr: ours, $mw: staff },
  $systemStreamAcl: { $r: staff, $w: staff, $d: staff, $mr: ours, $mw: staff },
});
// The service subscribes to the log of the whole server, and filters its own streams.
await write('$$$all', '$metadata', { $acl: { $r: ours } });
await client.dispose();
console.log(`The user ${service.user} may read and append, and nothing else.`);

function read(name) {
  const parts = /^[a-z+]+:\/\/([^:@/]+):([^@]+)@([^/?,]+)/.exec(process.env[name] ?? '');
  if (parts === null) throw new Error(`${name} must look like esdb://user:password@host:2113?tlsCAFile=/path/ca.crt.`);
  const [, user, password, host] = parts.map(decodeURIComponent);
  return { user, password, host, authority: /[?&]tlsCAFile=([^&]+)/.exec(process.env[name])?.[1] };
}

async function write(stream, type, data) {
  const credentials = { username: admin.user, password: admin.password };
  await client.appendToStream(stream, eventstoredb.jsonEvent({ type, data }), { credentials });
}

function makeUser() {
  const body = JSON.stringify({
    loginName: service.user,
    fullName: 'Direct Debit Ledger',
    password: service.password,
    groups: [],
  });
  const options = {
    method: 'POST',
    auth: `${admin.user}:${admin.password}`,
    headers: { 'content-type': 'application/json' },
    ...(admin.authority === undefined ? {} : { ca: readFileSync(admin.authority) }),
  };
  return new Promise((settle, fail) => {
    const asked = request(`https://${admin.host}/users`, options, (answer) => {
      answer.resume();
      // 409: the user exists; its password stays as it is.
      if (answer.statusCode === 201 || answer.statusCode === 409) settle();
      else fail(new Error(`The user could not be made: the server answered ${answer.statusCode}.`));
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
