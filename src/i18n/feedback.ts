/** Feedback: the words of what of an output is fed back, in every language; they come with the choice. */
import type { Feedback } from '../engine/network'
import type { Widened } from './widened'

const en = {
  feeds: 'feeds back',
  feedback: 'Feedback',
  feedbacks: {
    logits: 'Logits',
    probabilities: 'Probabilities',
    target: 'Teacher forcing',
    argmax: 'Argmax',
    sample: 'Drawn symbol',
  },
  feedbackHints: {
    logits: 'Each step reads the scores o(t\u00A0−\u00A01); a gradient comes back along them.',
    probabilities: 'Each step reads ŷ(t\u00A0−\u00A01); a gradient comes back along it.',
    target: 'Reads the true y(t\u00A0−\u00A01); no gradient goes to t\u00A0−\u00A01.',
    argmax: 'On its own: reads its most likely symbol; no gradient goes to t\u00A0−\u00A01.',
    sample: 'Reads one drawn from ŷ(t\u00A0−\u00A01). Files keep Argmax.',
  } satisfies Record<Feedback, string>,
  draws: {
    seed: 'Seed of the draws',
    seedLead: 'seed',
    seedHint: 'A whole number from 0 to 999,999; the same seed draws the same symbols',
    again: 'Draw anew',
  },
  atOnce: 'All steps at once',
  atOnceHint: 'No step needs what another computes, so all may run at the same time',
}

export type FeedbackWords = Widened<typeof en>

const zh: FeedbackWords = {
  feeds: '反馈',
  feedback: '反馈内容',
  feedbacks: {
    logits: '未归一化的对数概率',
    probabilities: '概率',
    target: '导师驱动过程',
    argmax: '最可能的符号',
    sample: '抽取的符号',
  },
  feedbackHints: {
    logits: '每一步读入前一步的 o(t\u00A0−\u00A01)；梯度沿它传回。',
    probabilities: '每一步读入前一步的 ŷ(t\u00A0−\u00A01)；梯度沿它传回。',
    target: '训练时的做法：每一步读入真实的 y(t\u00A0−\u00A01)；没有梯度传到前一步。',
    argmax: '自由运行：每一步读入自己最可能的符号；没有梯度传到前一步。',
    sample: '自由运行：每一步读入从 ŷ(t\u00A0−\u00A01) 抽取的符号。文件中仍记为“最可能的符号”。',
  },
  draws: {
    seed: '抽取的种子',
    seedLead: '种子',
    seedHint: '0 到 999,999 的整数；种子相同，抽出的符号就相同',
    again: '重新抽取',
  },
  atOnce: '所有步同时进行',
  atOnceHint: '任何一步都不需要另一步算出的结果，所以各步可以同时运行',
}

export const feedbackWords: Readonly<Record<'en' | 'zh', FeedbackWords>> = { en, zh }
