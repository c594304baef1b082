package org.shuangsuiji.console.demo;

import org.shuangsuiji.console.office.Role;

/** The people of the demo who can sign in; the README lists them. */
enum DemoAccount {
    INSPECTOR("inspector", "高砚", DemoPlace.MARKET, Role.INSPECTOR),
    INSPECTOR_TWO("inspector2", "林汀", DemoPlace.MARKET, Role.INSPECTOR),
    PLANNER("planner", "沈川", DemoPlace.MARKET, Role.PLANNER),
    PLANNER_CONSTRUCTION("planner-zj", "罗榆", DemoPlace.CONSTRUCTION, Role.PLANNER),
    REVIEWER("reviewer", "苏朗", DemoPlace.MARKET, Role.REVIEWER),
    CREDIT("credit", "顾衡", DemoPlace.COUNTY, Role.CREDIT_OFFICE),
    ADMIN("admin", "程野", DemoPlace.COUNTY, Role.ADMINISTRATOR),
    ADMIN_TWO("admin2", "方霁", DemoPlace.COUNTY, Role.ADMINISTRATOR),
    AUDITOR("auditor", "秦聿", DemoPlace.COUNTY, Role.AUDITOR);

    private final String account;
    private final String personName;
    private final DemoPlace place;
    private final Role role;

    DemoAccount(String account, String personName, DemoPlace place, Role role) {
        this.account = account;
        this.personName = personName;
        this.place = place;
        this.role = role;
    }

    String account() {
        return account;
    }

    String personName() {
        return personName;
    }

    DemoPlace place() {
        return place;
    }

    Role role() {
        return role;
    }
}
