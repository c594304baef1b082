package org.shuangsuiji.publication.notice;

/**
 * One result category (抽查检查结果): what an inspection of one item can find.
 *
 * @param problem whether it is a problem of the enterprise
 * @param exclusive whether it excludes every other category of the same item (未发现问题)
 * @param publishable whether it may be published
 * @param followUp what usually follows (后续处置)
 */
public record Category(
        String code, String zh, String en, boolean problem, boolean exclusive, boolean publishable, String followUp) {}
