import type { LaunchOptions } from '@playwright/test'

export declare const launchOptions: () => LaunchOptions
export declare const findBrowser: () => { path: string; own: boolean } | undefined
export declare const installBrowser: () => { path: string; own: boolean }
