/** Keys: what they do, and what fingers do, in every language; the words come with the list. */
import type { Widened } from './widened'

const en = {
  title: 'Keys',
  close: 'Close',
  onStage: 'On the graph, the timeline or a button below it',
  notOnControl: 'Anywhere but on a control',
  anywhere: 'Anywhere but in a text field',
  onVariable: 'On a variable, where the arrows do not step',
  toVariables: 'On the graph: to a variable',
  walk: 'Walk from variable to variable',
  select: 'Select a variable',
  cells: 'From cell to cell; Enter opens, Esc goes back',
  inTables: 'In the shared parameters and in tables',
  inField: 'In a text field',
  leave: 'Done: the arrows step again',
  untype: 'Undo what is typed in it, else an edit',
  commands: {
    stepForward: 'Step forward',
    stepBack: 'Step back',
    timeStepForward: 'One whole time step forward',
    timeStepBack: 'One whole time step back',
    toStart: 'To start',
    toEnd: 'To end',
    playPause: 'Play or pause',
    undo: 'Undo an edit or a cut',
    redo: 'Redo an edit or a cut',
    release: 'One number back; then let go of the selection',
    keys: 'List of keys',
  },
  gestures: {
    title: 'Gestures',
    list: [
      ['Tap a variable', 'opens what it is and what it was made from'],
      ['Tap a number in it', 'takes that number apart'],
      ['Tap an arrow or its letter', 'selects what it leads to, or its matrix'],
      ['Drag the graph', 'moves along time'],
      ['Two fingers apart or together', 'makes columns wider or narrower'],
      ['Drag along the timeline', 'takes the run to any step, there and back'],
      ['Drag the head of the inspector', 'makes it taller or lower; ‹ in it goes back'],
    ] as readonly (readonly [string, string])[],
    keyboard: 'With a keyboard',
  },
  book: 'Letters and numbers of equations and figures are those of Goodfellow, Bengio and Courville, Deep Learning, chapter 10. Time runs from 1; the entries of a vector are counted from 0, as in the files.',
}

export type KeyWords = Widened<typeof en>

const zh: KeyWords = {
  title: '快捷键',
  close: '关闭',
  onStage: '在计算图、时间轴或其下的按钮上',
  notOnControl: '控件以外的任何位置',
  anywhere: '输入框以外的任何位置',
  onVariable: '在变量上（这时方向键不再单步运行）',
  toVariables: '在计算图上：进入变量',
  walk: '移到相邻的变量',
  select: '选中变量',
  cells: '从一格到另一格；Enter 打开，Esc 返回',
  inTables: '在共享参数和表格中',
  inField: '在输入框中',
  leave: '完成输入，方向键恢复为前进与后退',
  untype: '撤销在其中输入的内容；没有输入时撤销编辑',
  commands: {
    stepForward: '前进一步',
    stepBack: '后退一步',
    timeStepForward: '前进一个时间步',
    timeStepBack: '后退一个时间步',
    toStart: '回到开头',
    toEnd: '到结尾',
    playPause: '播放或暂停',
    undo: '撤销编辑或切断',
    redo: '重做编辑或切断',
    release: '退回上一个数；之后取消选中',
    keys: '快捷键列表',
  },
  gestures: {
    title: '手势',
    list: [
      ['轻点变量', '打开它的说明：它是什么，由什么得来'],
      ['轻点其中的数', '拆解这个数'],
      ['轻点箭头或旁边的字母', '选中它通向的变量，或它的矩阵'],
      ['拖动计算图', '沿时间移动'],
      ['双指张开或捏合', '把各列变宽或变窄'],
      ['沿时间轴拖动', '到达运行中的任一步，可前可后'],
      ['拖动检查器的顶部', '把它拉高或降低；其中的 ‹ 返回上一处'],
    ],
    keyboard: '使用键盘时',
  },
  book: '字母以及公式和图的编号取自 Goodfellow、Bengio 和 Courville 所著《深度学习》第 10 章。时间从 1 开始；向量的元素从 0 开始计数，与文件中一致。',
}

export const keyWords: Readonly<Record<'en' | 'zh', KeyWords>> = { en, zh }
