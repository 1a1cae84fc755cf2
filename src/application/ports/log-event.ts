import { type AnyEvent, type EventType } from '../../domain/catalogue';
import { type RecordedEvent } from './event-store';

/** A stored event, by its type: one of the catalogue, with stream, position and metadata. */
export type LogEvent = { [T in EventType]: RecordedEvent<Extract<AnyEvent, { type: T }>> }[EventType];
export type LogEventOf<T extends EventType> = Extract<LogEvent, { type: T }>;
