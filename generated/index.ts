// Made from a .policy file by guiju build. Edit the policy, not this.
export * as 个体工商户经营便利 from "./六保/个体工商户经营便利.js";
export * as 产业链目标 from "./六保/产业链目标.js";
export * as 产销对接 from "./六保/产销对接.js";
export * as 公益性岗位 from "./六保/公益性岗位.js";
export * as 创业扶持 from "./六保/创业扶持.js";
export * as 吸纳就业补贴 from "./六保/吸纳就业补贴.js";
export * as 困难企业稳岗返还 from "./六保/困难企业稳岗返还.js";
export * as 基本农田 from "./六保/基本农田.js";
export * as 就业创业服务补贴 from "./六保/就业创业服务补贴.js";
export * as 就业目标 from "./六保/就业目标.js";
export * as 稳岗返还 from "./六保/稳岗返还.js";
export * as 粮食储备 from "./六保/粮食储备.js";
export * as 纾困资金 from "./六保/纾困资金.js";
export * as 能源储备 from "./六保/能源储备.js";
export * as 财政贴息 from "./六保/财政贴息.js";
export * as 零就业家庭推荐上岗 from "./六保/零就业家庭推荐上岗.js";
export * as 首次贷款奖励 from "./六保/首次贷款奖励.js";
