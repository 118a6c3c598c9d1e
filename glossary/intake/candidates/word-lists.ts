/** Closed word lists for the rules on candidates: general words of official prose, no terms. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Particles, pronouns, prepositions, conjunctions and adverbs: no term begins or ends with them. */
export const FUNCTION_WORDS = list(`
  的 了 着 过 地 得 之 其 此 这 那 该 各 每 某 本 我 你 他 她 它 我们 你们 他们 自己 大家 这个 这些 那些 一个 一些 有些 有的
  在 于 由 从 自 向 往 对 对于 关于 为 为了 以 按 按照 根据 依据 通过 经 经过 把 将 被 让 使 令 给 用 与 和 同 跟 及 以及 并 并且
  而 而且 或 或者 但 但是 却 则 即 因 因为 所以 如 如果 若 虽然 不但 不仅 还 也 都 又 再 就 才 只 仅 不 没 没有 未 非 无 很 更 最
  较 太 已 已经 正 正在 曾 刚 便 且 等 等等 所 者 们 是 有 要 会 能 可 可以 应 应当 必须 需 需要 中 中的 上 下 里 时 前 后
  间 以来 以上 以下 之间 之中 当前 今后 目前 近日 日前 随后 此后 其中 同时 特别 尤其 进一步 不断 切实 扎实 深入 广泛 充分 全力
  努力 积极 认真 持续 着力 大力 奋力 精心 主动 及时 有力 有效 更加 一代 又 一轮 一项 一批 多 多个 相 相关 有关 有着 作为 前后
  起来 下来 出来 来 去 到 至 好 做 做好 作 作出 使得 上述 如何 怎样 什么 第 年 月 日 号 时候 期间 及其 又一代 逐条
  重要 首要 广大 系列 众多 显著 巨大 宝贵 可贵 良好 深刻 生动 具体 明确 首次 主要 一定 相应 每年
`);

/** Verbs that are hardly ever part of a name. */
export const VERBS = list(`
  坚持 推动 推行 加强 加快 加大 加速 提高 强化 完善 健全 建立 构建 构筑 打造 开展 举行 举办 召开 实现 落实
  贯彻 动员 激励 激发 激活 营造 弘扬 发扬 发挥 履行 承担 参与 参加 出席 主持 强调 指出 要求 提出 提供 制定 印发 出台 启动 实施
  执行 突出 聚焦 依托 围绕 把握 牢记 坚定 树立 拓展 丰富 培育 巩固 增加 增进 设立 助力 支持 赋予 纳入 融入 转化 汲取
  汇聚 凝聚 重温 开启 进入 成为 表示 颁发 佩戴 宣读 带领 率领 传递 践行 谋划 阐释 庆祝 迎接 荣获 获得 授予 关心 关爱 锻造 夯实
  改进 优化 扩大 防范 化解 打赢 守住 抓好 抓住 立足 瞄准 面向 采取 属于 位于 来自 包括 具有 进行 给予 予以 位居 认为 希望 表明
  说 称 讲话 结合 完成 取得 达到 形成 保持 确保 努力 争取 发布 公布 颁布 审议 听取 部署 安排 享受 安享 感谢 祝贺 继续
`);

/** Whether a word is outside any name. Also checks the first half of four characters: the dictionary has 切实加强 as one word. */
export function isBreak(word: string): boolean {
  const head = word.length === 4 ? word.slice(0, 2) : word;
  return INNER_VERBS.has(word) || [word, head].some((part) => FUNCTION_WORDS.has(part) || VERBS.has(part));
}

/** Verbs that occur inside names, but never at their start: 全面深化改革, 素质促进大会. */
export const INNER_VERBS = list('深化 促进 推进 规范 创造 提升 增强');

/** Nouns of quality and measure: a phrase that ends with one is seldom a name. */
export const GENERAL_NOUNS = list(`
  意义 力量 水平 能力 成果 成效 经验 环境 姿态 优势 力度 条件 作用 贡献 举措 抓手 成就 事迹 功绩 理想 路径 质量 深度 广度 内容 形势
  情况 问题 方面 全局 方向 职责 关系 态势 基础 重点 关键 核心 动力 活力 压力 氛围 特点 优点 程度 范围 规模 速度 效果 结果 过程 机遇
  挑战 困难 风险 需求 需要 利益 价值 机会 信心 决心 热情 品质 财富 历程 实践 事业 同志 代表 讲话 生活 落地 引擎 动能 定位 覆盖 内涵
`);

/** Adjectives of praise and measure, which start phrases rather than names. */
export const ADJECTIVES = list(`
  伟大 先进 崇高 昂扬 磅礴 光辉 衷心 奋勇 奋进 优秀 杰出 卓越 崭新 美好 幸福 坚强 坚实 强大 强劲 高效 有机 务实 包容 热烈 隆重 真诚
  严肃 严格 严重 迅速 稳定 顺利 圆满 丰硕 突出 优良 健康 和谐 密切 不断 雄壮 多 我国 全社会 全面 与会 在座
`);

/** Verbs that also occur in names: 学习教育, 宣传工程. At the start they are weak evidence against a name. */
export const VERBAL_NOUNS = list(`
  组织 学习 宣传 引导 引领 传承 探索 研究 总结 评估 培养 支撑 服务 应用 团结 统筹 协调 指导 督促 检查 讨论 选举
  任命 介绍 代表 开放 保障 维护 保护 解决 应对 创建 申报 主导 传达 建设 发展 领导 监督 管理 交流 合作 纪念 创新 联系 参观 赴
`);

/** Prefixes: characters that form no word with another single character. */
export const PREFIXES = list('新 老 大 小 高 低 全 副 总 多 主 旧 强 好 第 党 国 省 市 县 中 入 赴 永');

/** Suffixes of words. */
export const SUFFIXES = list(
  '者 家 性 化 界 力 员 长 会 部 局 委 组 团 体 制 章 奖 论 观 学 史 节 站 室 厅 院 所 校 区 省 市 县 国 党 法 率 级 物 馆 社 报 网 司 处 期 日 梦 队 军 人 课 词 令 书',
);

/** Last words of proper names: bodies, gatherings, works, decrees. */
export const NAME_HEADS = list(`
  协会 学会 研究会 联合会 基金会 促进会 理事会 委员会 常委会 党委 党组 政府 法院 检察院 大学 学院 研究院 研究所 实验室 中心 公司
  集团 银行 出版社 报社 杂志社 博物馆 图书馆 宣传部 组织部 教育部 科技部 财政部 办公室 办公厅 大会 代表大会 全会 论坛 峰会 博览会
  奖章 勋章 纪念章 工程 计划 行动 试点 规划 纲要 条例 章程 宣言 公约 协议 条约 白皮书 蓝皮书 主义 责任制 示范区 空间站 铁路 大桥
  运动 革命 战争 起义 集体学习 科普日 工作者 期刊 强国 共同体 誓词 志愿服务 宣讲
`);

/** Last words of names by kind: systems, ideas, lines of work. */
export const HEAD_NOUNS = list(`
  支部 学校 中学 医院 杂志 机关 系统 组织 团体 机构 会议 年会 座谈会 研讨会 动员会 展览会 仪式 典礼 竞赛 大赛 比赛 讲座 奖项 称号
  荣誉 名单 项目 基地 平台 品牌 网络 阵地 专项 园区 方案 办法 规定 意见 决定 制度 机制 体制 体系 标准 指标 改革 建设 教育 治理 传播
  评价 引领 服务 领导 普及 素质 思想 精神 理论 道路 理念 观念 思维 意识 文化 价值观 原则 方针 战略 政策 使命 初心 宗旨 格局 阶段 时代
  征程 复兴 外交 人才 队伍 自立自强 现代化 信息化 智能化 数字化 一体化 国际化 纽带 学报 口号 设奖 考察 事件 战役 报告 工作 活动 卫星
  飞船 高铁 港口 隧道 要求 创新 合作 交流 建党 百年 站位 作风 学风 遵循
`);

/** Offices, which are followed by a person's name. Longest first, for alternation in a regular expression. */
export const OFFICES = `
  党组书记 党组副书记 党组成员 党委书记 党委副书记 常务副主席 常务副会长 秘书长 副秘书长 副书记 副主席 副主任 副会长 副部长 副局长
  副院长 副校长 副省长 副市长 理事长 副理事长 书记 主席 主任 会长 部长 局长 厅长 处长 院长 所长 校长 省长 市长 县长 区长 馆长 站长
  总经理 董事长 总工程师 成员 委员 常委 代表 院士 教授 研究员 专家 总理 总统 首相 大使 记者`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

/** Surnames of one character: the Hundred Family Surnames (百家姓), and others common today. */
export const SURNAMES = new Set(
  `赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉
  岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵
  席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣
  翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿
  白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼
  容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权
  逯盖益桓公肖闫覃佟付代岳帅涂邸仝佘`.replace(/\s/g, ''),
);

/** Matches text directly after a person's name. */
export const AFTER_NAME =
  /^(?:主持|出席|参加|强调|指出|讲话|致辞|宣读|介绍|表示|为|代表|带领|率|作|等|同志|先生|女士|颁|宣布|说|认为|在|和|与|、|，|。|；|）|建议|提出|就|$)/u;
