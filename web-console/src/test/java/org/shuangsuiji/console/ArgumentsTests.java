package org.shuangsuiji.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTests {
    @Test
    void optionsHandedOverAsOneAreTakenApart() {
        assertThat(Shuangsuiji.apart(
                        "--server.port=9090 --shuangsuiji.data=/tmp/a b  --shuangsuiji.demo.password=x--y"))
                .containsExactly(
                        "--server.port=9090", "--shuangsuiji.data=/tmp/a b", "--shuangsuiji.demo.password=x--y");
    }

    @Test
    void optionsThatCameApartStayAsTheyAre() {
        assertThat(Shuangsuiji.apart("--server.port=9090", "--a=b c - d"))
                .containsExactly("--server.port=9090", "--a=b c - d");
        assertThat(Shuangsuiji.apart()).isEmpty();
    }
}
