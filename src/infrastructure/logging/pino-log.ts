import { type Logger } from 'pino';
import { type Log } from '../../application/ports/log';

/** The application's log port on the same log as everything else. */
export function pinoLog(logger: Logger): Log {
  return {
    info: (message, fields = {}) => {
      logger.info(fields, message);
    },
    warn: (message, fields = {}) => {
      logger.warn(fields, message);
    },
    error: (message, error, fields = {}) => {
      logger.error({ ...fields, err: error }, message);
    },
  };
}
