// Made from a .policy file by guiju build. Edit the policy, not this.
export * as 临时救助 from "./六保/临时救助.js";
export * as 价格临时补贴 from "./六保/价格临时补贴.js";
export * as 低保保障 from "./六保/低保保障.js";
export * as 低保收入核算 from "./六保/低保收入核算.js";
export * as 低保标准 from "./六保/低保标准.js";
export * as 公益性岗位 from "./六保/公益性岗位.js";
export * as 创业扶持 from "./六保/创业扶持.js";
export * as 吸纳就业补贴 from "./六保/吸纳就业补贴.js";
export * as 困难企业稳岗返还 from "./六保/困难企业稳岗返还.js";
export * as 失业保险金 from "./六保/失业保险金.js";
export * as 就业创业服务补贴 from "./六保/就业创业服务补贴.js";
export * as 就业目标 from "./六保/就业目标.js";
export * as 残疾人困难补贴 from "./六保/残疾人困难补贴.js";
export * as 稳岗返还 from "./六保/稳岗返还.js";
export * as 防贫 from "./六保/防贫.js";
export * as 零就业家庭推荐上岗 from "./六保/零就业家庭推荐上岗.js";
export * as 首次贷款奖励 from "./六保/首次贷款奖励.js";
