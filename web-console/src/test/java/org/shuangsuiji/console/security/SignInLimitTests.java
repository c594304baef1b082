package org.shuangsuiji.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInLimitTests {
    private final SignInLimit limit = new SignInLimit(2, 5, 3);

    @Test
    void aStrangerDoesNotLockTheOwnerOut() throws Exception {
        assertThat(tried("owner", "203.0.113.1")).isTrue();
        assertThat(tried("owner", "203.0.113.1")).isTrue();
        assertThat(tried("Owner ", "203.0.113.1")).as("the stranger waits").isFalse();
        assertThat(tried("owner", "198.51.100.7")).as("the owner does not").isTrue();
    }

    @Test
    void aGuesserWithManyAddressesIsStoppedInTheEnd() throws Exception {
        for (int address = 0; address < 5; address++) {
            assertThat(tried("owner", "203.0.113." + address)).isTrue();
        }
        assertThat(tried("owner", "203.0.113.99")).isFalse();
    }

    @Test
    void anAddressThatTriesManyAccountsWaits() throws Exception {
        for (String account : new String[] {"a", "b", "c"}) {
            assertThat(tried(account, "203.0.113.1")).isTrue();
        }
        assertThat(tried("d", "203.0.113.1")).isFalse();
    }

    @Test
    void aGoodTryGivesItsTryBack() throws Exception {
        for (int again = 0; again < 20; again++) {
            assertThat(tried("owner", "203.0.113.1")).isTrue();
            limit.forgive(post("owner", "203.0.113.1"));
        }
    }

    private boolean tried(String account, String address) throws ServletException, IOException {
        var chain = new MockFilterChain();
        limit.doFilter(post(account, address), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest post(String account, String address) {
        var request = new MockHttpServletRequest("POST", "/console/login");
        request.setParameter("account", account);
        request.setRemoteAddr(address);
        return request;
    }
}
