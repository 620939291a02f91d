import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ProcessName, ProcessState } from '../../src-main/common/ipc/contract'
import { useApi } from '../api'

interface ProcessStatus { state: ProcessState, logFile: string, wasRestarted: boolean }

/** How the processes behind the window are doing. */
export const useProcessStore = defineStore('processes', () => {
  const { shell } = useApi()
  const processes = reactive<Record<ProcessName, ProcessStatus>>({
    backend: { state: 'running', logFile: '', wasRestarted: false },
    typesetter: { state: 'running', logFile: '', wasRestarted: false },
  })

  shell.on('process-changed', ({ name, state, logFile }) => {
    const wasRestarted = state === 'running' && processes[name].state !== 'running'
    processes[name] = { state, logFile, wasRestarted }
  })

  function restart(name: ProcessName) {
    return shell.api.window.restartProcess(name)
  }

  function dismiss(name: ProcessName) {
    processes[name].wasRestarted = false
  }

  return { processes, restart, dismiss }
})
