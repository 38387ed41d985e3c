/** CheckAll: the words of the comparison of every gradient, in every language; they come with it. */
import type { Widened } from './widened'

const counts = new Intl.NumberFormat('en')
const count = (n: number) => counts.format(n)
const plural = (n: number, one: string, other: string) =>
  `${n} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`

const en = {
  title: 'Every gradient, checked',
  how: 'For every entry p of every parameter, initial state and input: the central difference (L(p + ε) − L(p − ε)) / 2ε beside the gradient that came back.',
  progress: (done: number, all: number) => `${count(done)} of ${count(all)}`,
  cancel: 'Stop',
  running: 'Comparing…',
  cancelled: 'Stopped.',
  failed: 'The comparison could not be finished.',
  right: (n: number, worst: string) =>
    `${plural(n, 'entry agrees', 'entries agree')}; the largest relative difference is ${worst}.`,
  wrong: (n: number, all: number) =>
    `${plural(n, 'entry disagrees', 'entries disagree')}, of ${count(all)}.`,
  /** `edges`: what is cut. */
  cut: (n: number, all: number, edges: string) =>
    `${count(n)} of ${plural(all, 'entry', 'entries')} differ because ${edges} is cut: that is expected.`,
  again: 'Restore and check again',
  kinks: (n: number) =>
    `At ${plural(n, 'entry', 'entries')} a step of ε crosses a kink: there the difference says nothing.`,
  table: 'Comparisons, the largest disagreement first',
  relative: 'relative difference',
  more: (shown: number, all: number) =>
    `Of ${count(all)} comparisons the ${shown} with the largest differences are listed.`,
}

export type CheckAllWords = Widened<typeof en>

const zh: CheckAllWords = {
  title: '检验所有梯度',
  how: '对每个参数、初始状态和输入的每个元素 p：把中心差分 (L(p + ε) − L(p − ε)) / 2ε 与反向传播得到的梯度放在一起比较。',
  progress: (done, all) => `已完成 ${count(done)} / ${count(all)}`,
  cancel: '停止',
  running: '正在比较…',
  cancelled: '已停止。',
  failed: '比较未能完成。',
  right: (n, worst) => `${count(n)} 个元素一致；最大相对误差为 ${worst}。`,
  wrong: (n, all) => `${count(all)} 个元素中有 ${count(n)} 个不一致。`,
  cut: (n, all, edges) =>
    `${count(all)} 个元素中有 ${count(n)} 个不同，因为切断了 ${edges}：这在意料之中。`,
  again: '恢复后重新检验',
  kinks: (n) => `有 ${count(n)} 个元素，大小为 ε 的扰动跨过了不可导点：在那里差分说明不了什么。`,
  table: '比较结果，差别最大的在前',
  relative: '相对误差',
  more: (shown, all) => `共 ${count(all)} 个，这里列出差别最大的 ${shown} 个。`,
}

export const checkAllWords: Readonly<Record<'en' | 'zh', CheckAllWords>> = { en, zh }
