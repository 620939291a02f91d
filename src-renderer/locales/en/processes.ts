export const messages = {
  restart: 'Restart',
  backend: {
    restarting: 'The library service stopped unexpectedly and is being restarted. Nothing typed is lost.',
    restarted: 'The library service was restarted, and unsaved changes were sent again.',
    stopped: 'The library service stopped several times and will not be restarted by itself. What you typed is still in this window: do not close it. Log: {logFile}',
  },
  typesetter: {
    restarting: 'The typesetter stopped unexpectedly and is being restarted. Stories are not affected.',
    restarted: 'The typesetter was restarted.',
    stopped: 'The typesetter stopped several times: page proof and export are not available. Writing and saving go on. Log: {logFile}',
  },
}
