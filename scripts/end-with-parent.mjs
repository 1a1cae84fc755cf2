// Preloaded into a child process that has an IPC channel: ends the child when its parent is gone, since it would run on and hold its port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
