/** A policy and its document whose every text would do harm as markup or as code, and says so if it does. */
const END = "</script></textarea></style><script>document.title='坏'</script>";
const MORE = `"'&lt;<!--<script><img src=x onerror=document.title='坏'>`;

export const hostileFiles: Readonly<Record<string, string>> = {
  "policies/文件.md": `# ${END}文件\n\n(一)${END}。人数5人以上的,${MORE}补贴100元。\n`,
  "policies/<b>&'甲.policy": `政策 「${END}」
依据 《${END}文件》 (一)
责任单位 「${MORE}」

输入
  「${END}人数」: 人
  「__proto__」: 是否
  「${MORE}」: 「<i>甲</i>」 | 「乙${END}」

结果
  「补贴${MORE}」: 元    推定「${END}」
  「另给${END}」: 元

条款 「${MORE}条」
  原文「人数5人以上的,${MORE}补贴100元」
  「${END}人数」 >= 5人 => 「补贴${MORE}」 100元    推定「${MORE}」

条款 「另」
  原文「人数5人以上的」
  「__proto__」 且 「${MORE}」 是 「<i>甲</i>」 => 「另给${END}」 另行规定「${END}」

其余 不适用
非规则「${END}」 理由「${MORE}」

算例 「${END}例${MORE}」
  「${END}人数」 = 5人, 「__proto__」 = 是, 「${MORE}」 = 「<i>甲</i>」
  => 「补贴${MORE}」 100元, 「另给${END}」 另行规定「${END}」
`,
};

export const hostileName = END;
