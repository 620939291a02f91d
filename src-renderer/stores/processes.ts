import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ProcessName, ProcessState } from '../../src-main/common/ipc/contract'
import { useApi } from '../api'

/** `wasLost`: it ended; a process that is still starting was not lost. */
interface ProcessStatus { state: ProcessState, logFile: string, wasLost: boolean }

/** How the processes behind the window are doing. */
export const useProcessStore = defineStore('processes', () => {
  const { shell } = useApi()
  const processes = reactive<Record<ProcessName, ProcessStatus>>({
    backend: { state: 'running', logFile: '', wasLost: false },
    typesetter: { state: 'running', logFile: '', wasLost: false },
  })

  shell.on('process-changed', ({ name, state, logFile }) => {
    processes[name] = { state, logFile, wasLost: processes[name].wasLost || state === 'restarting' || state === 'stopped' }
  })

  function restart(name: ProcessName) {
    return shell.api.window.restartProcess(name)
  }

  function dismiss(name: ProcessName) {
    processes[name].wasLost = false
  }

  return { processes, restart, dismiss }
})
