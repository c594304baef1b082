package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;

/** The check of a file before a real browser: at a desk, on a phone, in both languages and without scripts. */
class CheckBrowserTests extends ConsoleTest {
    private static final String FILE = """
            某某市市场监督管理局导出,,,,,
            甲方,统一社会信用代码,成立日期,行政区划,联系电话,内部备注
            浏览器甲公司,91150581MA0W400013,2016-03-31,150581,13812345678,x
            浏览器乙公司,91150581MA0W40002M,2016-03-31,150581,,y
            浏览器丙公司,不是代码,2016-03-31,150581,,z
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileIsTriedOutPutRightAndConfirmed() throws IOException {
        List<String> faults = new ArrayList<>();
        Person credit = aPerson(Role.CREDIT_OFFICE);
        Path file = Files.writeString(folder.resolve("check.csv"), FILE);
        try (var browsers = new OfficeBrowser()) {
            Page desk = browsers.desk("zh-CN");
            Seat seat = new Seat("credit", "http://localhost:" + port, desk, faults, new HashSet<>());
            seat.signIn("/console", credit.account(), PASSWORD)
                    .open("/console/deliveries/new")
                    .choose("kind", "REGISTRATION")
                    .attach("file", file);
            assertThat(seat.find("#check").isChecked()).isTrue();
            seat.press("上传").await("h1", "试读结果").reads("按现在的读法不能入库");
            String address = java.net.URI.create(desk.url()).getPath();
            seat.find("tbody select").first().selectOption("企业名称");
            seat.press("按此重新试读").await(".ssj-stat-value >> nth=1", "2");

            Page phone = browsers.phone("zh-CN");
            Seat small = new Seat("phone", "http://localhost:" + port, phone, faults, new HashSet<>());
            small.signIn("/console", credit.account(), PASSWORD).open(address).reads("浏览器乙公司");
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Page plain = browsers.phoneWithoutScript("zh-CN");
            Seat without = new Seat("plain", "http://localhost:" + port, plain, faults, new HashSet<>());
            without.inHaste(true)
                    .signIn("/console", credit.account(), PASSWORD)
                    .open(address + "?lang=en")
                    .reads("Nothing is stored yet");

            seat.open(address + "?lang=en").open(address + "?lang=zh-CN");
            seat.press("确认入库").await("dl .ssj-state", "已入库");
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(faults).isEmpty();
    }
}
