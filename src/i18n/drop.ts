/** Drop: what stands where a file is held over the page, in every language. */
export const dropWords: Readonly<Record<'en' | 'zh', string>> = {
  en: 'Drop a network file to open it',
  zh: '松开即可打开网络文件',
}
