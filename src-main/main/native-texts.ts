import type { ErrorCode } from '../common/ipc/errors'

/** Texts of the dialogs main shows by itself, when the page cannot. */
export interface NativeTexts {
  quit: string
  tryAgain: string
  showFolder: string
  stayOpen: string
  closeAnyway: string
  notSaved: string
  notSavedDetail: string
  pageFailed: string
  pageFailedDetail(logFile: string): string
  library: Partial<Record<ErrorCode, string>> & { other: string }
  libraryDetail: Partial<Record<ErrorCode, string>> & { other: string }
  libraryPlace(folder: string, reason: string, logFile: string): string
}

const chinese: NativeTexts = {
  quit: '退出',
  tryAgain: '重试',
  showFolder: '打开所在文件夹',
  stayOpen: '返回',
  closeAnyway: '仍然关闭',
  notSaved: '还有改动没有写入磁盘',
  notSavedDetail: '已显示“已保存”的内容不受影响。返回后可等待保存完成，或把未保存的文字复制到别处；仍然关闭将丢失这些改动。',
  pageFailed: '界面意外终止',
  pageFailedDetail: logFile => `已保存的稿件不受影响。请退出后重新打开清样。日志：${logFile}`,
  library: {
    'newer-library': '稿库由更新版本的清样写成，本版本不能打开',
    'damaged-library': '稿库没有通过检查，可能已损坏',
    'read-only': '稿库所在的磁盘或文件夹不可写',
    'disk-full': '磁盘空间已满，稿库无法打开',
    'other': '稿库无法打开',
  },
  libraryDetail: {
    'newer-library': '稿库没有被改动。请安装更新版本的清样后再打开。',
    'damaged-library': '清样没有再写入任何内容。请先复制稿库文件夹留底，再在命令行运行 qingyang verify --repair，或从备份恢复。',
    'read-only': '稿库没有被改动。请检查磁盘和文件夹的权限，然后重试。',
    'disk-full': '已保存的稿件不受影响。请清理磁盘空间，然后重试。',
    'other': '清样没有改动稿库。请查看日志，排除原因后重试。',
  },
  libraryPlace: (folder, reason, logFile) => `稿库：${folder}\n原因：${reason}\n日志：${logFile}`,
}

const english: NativeTexts = {
  quit: 'Quit',
  tryAgain: 'Try Again',
  showFolder: 'Show Folder',
  stayOpen: 'Go Back',
  closeAnyway: 'Close Anyway',
  notSaved: 'Some changes are not on disk yet',
  notSavedDetail: 'Everything shown as saved is safe. Go back to wait until the rest is saved, or to copy it elsewhere; closing anyway loses it.',
  pageFailed: 'The window stopped unexpectedly',
  pageFailedDetail: logFile => `Saved stories are safe. Quit and open Qingyang again. Log: ${logFile}`,
  library: {
    'newer-library': 'The library was written by a newer version of Qingyang',
    'damaged-library': 'The library failed its checks and may be damaged',
    'read-only': 'The library’s disk or folder cannot be written to',
    'disk-full': 'The disk is full, so the library cannot be opened',
    'other': 'The library cannot be opened',
  },
  libraryDetail: {
    'newer-library': 'Nothing in it was changed. Install the newer version of Qingyang to open it.',
    'damaged-library': 'Nothing more was written. Copy the library folder first, then run “qingyang verify --repair” or restore a backup.',
    'read-only': 'Nothing in it was changed. Check the permissions of the disk and the folder, then try again.',
    'disk-full': 'Saved stories are safe. Free some space on the disk, then try again.',
    'other': 'Nothing in it was changed. See the log, remove the cause, then try again.',
  },
  libraryPlace: (folder, reason, logFile) => `Library: ${folder}\nReason: ${reason}\nLog: ${logFile}`,
}

export function nativeTexts(language: string): NativeTexts {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
