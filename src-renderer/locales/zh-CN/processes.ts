export const messages = {
  restart: '重新启动',
  backend: {
    restarting: '存稿服务意外停止，正在重启。已输入的文字不会丢失。',
    restarted: '存稿服务已重启，未保存的改动已重新送存。',
    stopped: '存稿服务多次停止，已不再自动重启。输入的文字仍在窗口中，请勿关闭。日志：{logFile}',
  },
  typesetter: {
    restarting: '排版服务意外停止，正在重启。稿件不受影响。',
    restarted: '排版服务已重启。',
    stopped: '排版服务多次停止，版样和导出暂不可用，写稿和保存不受影响。日志：{logFile}',
  },
}
