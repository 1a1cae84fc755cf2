// Preloaded into a child that was started with an IPC channel: without the one that started it, it would run on unseen and hold its port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
