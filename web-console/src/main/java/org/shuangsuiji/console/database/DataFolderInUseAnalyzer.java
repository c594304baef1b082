package org.shuangsuiji.console.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph that two instances cannot share a data folder, instead of a stack trace. */
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                "The data folder %s is in use by another running instance of shuangsuiji.".formatted(cause.folder()),
                "Stop the other instance, or start this one with another folder: --shuangsuiji.data=DIR",
                cause);
    }
}
