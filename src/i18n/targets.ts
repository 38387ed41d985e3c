/** Targets: what is said of steps that have none, in every language; the words come when a text is typed. */
import type { Widened } from './widened'

const en = {
  /** `steps`: as `5`, or `5–7, 9`. */
  missing: (steps: string, n: number) =>
    `${n === 1 ? `Step ${steps} has` : `Steps ${steps} have`} no target: no y, no L, no error from there.`,
  /** Where what is read says no more. */
  remedy: (n: number): string =>
    n === 1
      ? 'Add its symbol to the target, or leave it so.'
      : 'Add their symbols to the target, or leave it so.',
  follow: 'Target follows input',
  own: 'own',
  ownName: 'Own target: let it follow the input',
  ownHint:
    'A target of its own stays when the input changes. Press: each step should say the next symbol.',
  close: 'Close the note on targets',
  /** `symbols`: what is typed after the last step. */
  leftOut: (symbols: string) =>
    `The target has as many symbols as the input: “${symbols}” is left out.`,
  /** For keys; a keyboard on the screen has a word on its own key. */
  leave: 'Enter, then → steps.',
}

export type TargetWords = Widened<typeof en>

const zh: TargetWords = {
  missing: (steps) => `第 ${steps} 步没有目标：没有 y 和 L，也没有误差。`,
  remedy: () => '可以在目标中补上符号，也可以保持不变。',
  follow: '目标跟随输入',
  own: '自定',
  ownName: '自定目标：改为跟随输入',
  ownHint: '自定的目标在输入改变时保持不变。按一下：每一步应输出下一个符号。',
  close: '关闭关于目标的提示',
  leftOut: (symbols) => `目标与输入的符号一样多：多出的“${symbols}”未被采用。`,
  leave: '按 Enter 后，→ 前进一步。',
}

export const targetWords: Readonly<Record<'en' | 'zh', TargetWords>> = { en, zh }
