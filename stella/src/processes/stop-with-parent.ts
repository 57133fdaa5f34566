// Loaded before another module with `node --import`: a process that was started with a channel to its parent stops
// in order as soon as the channel closes, so that it never outlives a parent that was killed. The parent may also
// ask by a message, which works where there are no signals.
if (process.channel) {
  const stop = () => {
    if (!process.emit('SIGTERM')) process.exit(0)
  }
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  // The channel alone must not keep the process running.
  process.channel.unref()
}
