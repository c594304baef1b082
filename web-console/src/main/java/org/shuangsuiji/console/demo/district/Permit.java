package org.shuangsuiji.console.demo.district;

/**
 * A permit that a trade needs.
 *
 * @param document 行政许可决定文书名称
 * @param certificate 许可证书名称
 * @param content 许可内容
 */
record Permit(Authority authority, String document, String certificate, String content, String shortWord) {}
