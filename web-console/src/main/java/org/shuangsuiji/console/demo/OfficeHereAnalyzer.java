package org.shuangsuiji.console.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph that a demo does not begin where an office works, instead of a stack trace. */
final class OfficeHereAnalyzer extends AbstractFailureAnalyzer<OfficeHere> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OfficeHere cause) {
        return new FailureAnalysis(
                "数据库中已有一个单位的用户，从未建立演示区；演示没有开始，没有改动任何人和任何数据。\n"
                        + "The database holds the people of an office and never held a demo; the demo did not begin, and"
                        + " nobody and nothing of the office was changed.",
                "要启动该单位，请用 --shuangsuiji.demo=false（并去掉 spring.profiles.active 中的 demo）；要看演示，请用"
                        + " --shuangsuiji.data=另一目录（或另一数据库）。\n"
                        + "To start the office: --shuangsuiji.demo=false (and no demo in spring.profiles.active). To see the"
                        + " demo: another folder, --shuangsuiji.data=DIR (or another database).",
                cause);
    }
}
