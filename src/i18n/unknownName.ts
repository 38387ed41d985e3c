/** UnknownName: what is said of a name that is none, in every language; the words come with the way to a name. */
import type { Widened } from './widened'

const en = (name: string, tau: number, matrix: string) => {
  const state = `h(${Math.min(3, tau)})`
  return `No “${name}” here. Times go from 1 to ${tau}. Write ${state} for a variable, ${Math.min(3, tau)} for a time step, ${matrix} for a parameter, ${state}[0] or ${matrix}[0][1] for one number (the first is 0), ∇${state}[0] or grad ${state}[0] for one of a gradient.`
}

export type UnknownNameWords = Widened<typeof en>

const zh: UnknownNameWords = (name, tau, matrix) => {
  const state = `h(${Math.min(3, tau)})`
  return `这里没有“${name}”。时间从 1 到 ${tau}。变量写作 ${state}，时间步写作 ${Math.min(3, tau)}，参数写作 ${matrix}，其中一个数写作 ${state}[0] 或 ${matrix}[0][1]（从 0 数起），梯度中的一个数写作 ∇${state}[0] 或 grad ${state}[0]。`
}

export const unknownNameWords: Readonly<Record<'en' | 'zh', UnknownNameWords>> = { en, zh }
