package org.shuangsuiji.console.office;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph what is wrong with the settings of an office's first start, instead of a stack trace. */
final class FirstSettingsWrongAnalyzer extends AbstractFailureAnalyzer<FirstSettingsWrong> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirstSettingsWrong cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
