import {
  Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { type Empty } from '@eventstore/db-client/generated/shared_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  type AppendReq,
  type AppendResp,
  type DeleteReq,
  DeleteResp,
  ReadReq,
  type ReadResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb';
import { FakeLog, type KeptEvent, type ProposedEvent } from './fake-log';
import {
  appendResponse,
  expectedRevision,
  failure,
  proposedEvent,
  readEvent,
  streamDeleted,
  streamName,
  streamNotFound,
} from './messages';
import { Subscription } from './subscription';

/** What the server does instead of its work: it starts, it says nothing, it does not know the user, or does not let him. */
export type Mood = 'well' | 'not-ready' | 'silent' | 'refuses-user' | 'refuses-rights';

/** In PEM. */
export interface Certificate {
  readonly certificate: Buffer;
  readonly key: Buffer;
}

const MAX_APPEND_BYTES = 1024 * 1024;

/**
 * EventStoreDB as far as this product uses it, on loopback, made of the client's own service definitions. It does what a real 23.10
 * was seen to do. It lists the batch path of appends as real ones do and then refuses it, so that nobody takes it unnoticed.
 */
export class FakeEventStoreDB {
  readonly log = new FakeLog();
  mood: Mood = 'well';
  /** Before anything comes. */
  dropsEverySubscription = false;
  /** Calls of each kind since the start. */
  readonly calls = { append: 0, read: 0, subscribe: 0 };
  private readonly subscriptions = new Set<Subscription>();
  private server: Server | null = null;
  private boundPort = 0;

  /** @param certificate with it the server speaks TLS. */
  private constructor(private readonly certificate: Certificate | null) {}

  static async start(certificate: Certificate | null = null): Promise<FakeEventStoreDB> {
    const fake = new FakeEventStoreDB(certificate);
    await fake.restart();
    return fake;
  }

  get port(): number {
    return this.boundPort;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.boundPort}?tls=false`;
  }

  /** With the log that it had, at the port that it had. */
  async restart(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 4 * 1024 * 1024 });
    server.addService(StreamsService, {
      append: this.append.bind(this),
      read: this.read.bind(this),
      delete: this.delete.bind(this),
      tombstone: this.tombstone.bind(this),
      batchAppend: (call: { emit(name: 'error', error: ServiceError): void }) => {
        call.emit('error', failure(status.UNIMPLEMENTED, 'The batch path of appends was taken.'));
      },
    });
    server.addService(ServerFeaturesService, { getSupportedMethods });
    this.boundPort = await new Promise<number>((settle, fail) => {
      server.bindAsync(`127.0.0.1:${this.boundPort}`, credentialsOf(this.certificate), (error, port) => {
        if (error === null) settle(port);
        else fail(error);
      });
    });
    this.server = server;
  }

  /** At once, as `kill -9`; the log stays. */
  kill(): void {
    this.server?.forceShutdown();
    this.server = null;
    this.subscriptions.clear();
    this.log.listeners.clear();
  }

  /** Ends every subscription, as the server does with readers that a burst outruns. */
  dropSubscriptions(): void {
    for (const subscription of this.subscriptions) subscription.drop();
    this.subscriptions.clear();
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    this.calls.append += 1;
    let header: AppendReq.Options | undefined;
    const proposed: ProposedEvent[] = [];
    call.on('data', (message: AppendReq) => {
      header ??= message.getOptions();
      const event = message.getProposedMessage();
      if (event !== undefined) proposed.push(proposedEvent(event));
    });
    call.on('end', () => {
      // A request that was broken off ends too, and is known for it a moment later: a part of it must not be kept.
      setImmediate(() => {
        const refusal = this.refusal();
        if (refusal === 'silence' || call.cancelled) return;
        if (refusal !== null) answer(refusal);
        else if (header !== undefined) this.appendNow(header, proposed, answer);
      });
    });
  }

  private appendNow(
    header: AppendReq.Options,
    proposed: readonly ProposedEvent[],
    answer: sendUnaryData<AppendResp>,
  ): void {
    const size = proposed.reduce((sum, { data }) => sum + data.length, 0);
    if (size > MAX_APPEND_BYTES) {
      const exception = {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(MAX_APPEND_BYTES),
      };
      answer(failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, exception));
      return;
    }
    const streamId = streamName(header.getStreamIdentifier());
    const expected = expectedRevision(header);
    const written = this.log.append(streamId, expected, proposed);
    if (written.outcome === 'stream-deleted') answer(streamDeleted(streamId));
    else answer(null, appendResponse(written, expected));
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const options = call.request.getOptions();
    const refusal = this.refusal();
    if (options === undefined || refusal === 'silence') return;
    if (refusal !== null) {
      call.emit('error', refusal);
    } else if (options.hasSubscription()) {
      this.calls.subscribe += 1;
      const subscription = new Subscription(call, this.log, options);
      this.subscriptions.add(subscription);
      call.on('cancelled', () => this.subscriptions.delete(subscription));
      if (this.dropsEverySubscription) subscription.drop();
      else subscription.start();
    } else {
      this.calls.read += 1;
      this.readNow(call, options);
    }
  }

  private readNow(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): void {
    const count = Number(options.getCount());
    if (count === 0) {
      call.emit('error', failure(status.UNKNOWN, "The value ('0') must be positive."));
      return;
    }
    const found = options.hasAll() ? this.eventsOfAll(options) : this.eventsOfStream(options);
    if (found instanceof Error) {
      call.emit('error', found);
    } else if (found === 'not-found') {
      call.write(streamNotFound(streamName(options.getStream()?.getStreamIdentifier())));
      call.end();
    } else {
      for (const event of found.slice(0, count)) call.write(readEvent(event));
      call.end();
    }
  }

  /** Forwards from a position on, backwards before it; a filter in the request changes nothing, as on a real server with this client. */
  private eventsOfAll(options: ReadReq.Options): readonly KeptEvent[] | ServiceError {
    const all = options.getAll();
    const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    const position = all?.getPosition()?.getCommitPosition();
    if (position === undefined) return backwards ? [...this.log.events].reverse() : this.log.events;
    const place = this.log.events.findIndex((event) => event.position === BigInt(position));
    if (place === -1) return failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
    return backwards ? this.log.events.slice(0, place).reverse() : this.log.events.slice(place);
  }

  private eventsOfStream(options: ReadReq.Options): readonly KeptEvent[] | 'not-found' | ServiceError {
    const stream = options.getStream();
    const streamId = streamName(stream?.getStreamIdentifier());
    const found = this.log.read(streamId);
    if (found === 'deleted') return streamDeleted(streamId);
    if (found === 'not-found') return found;
    if (options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS) return [...found].reverse();
    const from = Number(stream?.getRevision() ?? 0);
    return found.filter(({ revision }) => revision >= from);
  }

  private delete(call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void {
    this.log.delete(streamName(call.request.getOptions()?.getStreamIdentifier()));
    answer(null, new DeleteResp());
  }

  private tombstone(call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>): void {
    this.log.tombstone(streamName(call.request.getOptions()?.getStreamIdentifier()));
    answer(null, new TombstoneResp());
  }

  private refusal(): ServiceError | 'silence' | null {
    switch (this.mood) {
      case 'well':
        return null;
      case 'silent':
        return 'silence';
      case 'not-ready':
        return failure(status.UNAVAILABLE, 'Server Is Not Ready');
      case 'refuses-user':
        return failure(status.UNAUTHENTICATED, 'Bad HTTP status 401');
      case 'refuses-rights':
        return failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
    }
  }
}

function credentialsOf(certificate: Certificate | null): ServerCredentials {
  if (certificate === null) return ServerCredentials.createInsecure();
  return ServerCredentials.createSsl(null, [{ private_key: certificate.key, cert_chain: certificate.certificate }]);
}

function getSupportedMethods(
  _: ServerUnaryCall<Empty, SupportedMethods>,
  answer: sendUnaryData<SupportedMethods>,
): void {
  const batchAppend = new SupportedMethod()
    .setServiceName('event_store.client.streams.Streams')
    .setMethodName('batchappend');
  answer(
    null,
    new SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList([batchAppend]),
    new Metadata(),
  );
}
