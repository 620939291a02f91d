import type { _electron, ElectronApplication } from '@playwright/test'

export function launchElectron(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication>
