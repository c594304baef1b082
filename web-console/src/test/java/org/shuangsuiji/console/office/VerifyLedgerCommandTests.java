package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerCommandTests {
    @Test
    void aFolderWithoutADatabaseIsAnsweredInWordsAndNotWithATrace(@TempDir Path empty) {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(VerifyLedgerCommand.run(
                            new String[] {VerifyLedgerCommand.OPTION, "--shuangsuiji.data=" + empty}))
                    .isEqualTo(2);
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("没有数据库", "--shuangsuiji.data", "There is no database in", empty.toString())
                .doesNotContain("Exception", "\tat ");
    }
}
