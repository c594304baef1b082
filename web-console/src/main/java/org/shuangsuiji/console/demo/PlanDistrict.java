package org.shuangsuiji.console.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.publication.PublishItems;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.SubjectKind;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the list of items and the directory of inspectors (一单两库), and publishes the items. */
@Component
@Profile(DemoProfile.NAME)
@Order(3)
class PlanDistrict implements DemoStage {
    private static final Set<SubjectKind> BUSINESSES = Set.of(SubjectKind.ENTERPRISE, SubjectKind.INDIVIDUAL);

    private final DemoSteps steps;
    private final DemoPeople people;
    private final Items items;
    private final Inspectors inspectors;
    private final PublishItems publishItems;

    PlanDistrict(DemoSteps steps, DemoPeople people, Items items, Inspectors inspectors, PublishItems publishItems) {
        this.steps = steps;
        this.people = people;
        this.items = items;
        this.inspectors = inspectors;
        this.publishItems = publishItems;
    }

    @Override
    public String word() {
        return "plan";
    }

    @Override
    public void run(Progress progress) {
        foodItem();
        informationItem();
        buildingItem();
        publish(DemoAccount.PLANNER);
        publish(DemoAccount.PLANNER_CONSTRUCTION);
        LocalDate day = steps.day();
        long market = people.department(DemoPlace.MARKET).id();
        long construction = people.department(DemoPlace.CONSTRUCTION).id();
        enterInDirectory(DemoInspectors.market(market, day), DemoAccount.PLANNER);
        enterInDirectory(DemoInspectors.construction(construction, day), DemoAccount.PLANNER_CONSTRUCTION);
    }

    /** The item of the campaign that is drawn. */
    long foodItem() {
        return item(
                DemoAccount.PLANNER,
                "SJ-SP-01",
                "餐饮服务食品安全监督检查",
                Item.Category.KEY,
                "《中华人民共和国食品安全法》",
                BUSINESSES,
                "许可与备案、从业人员健康管理、原料采购与贮存、加工制作、清洗消毒、食品添加剂使用",
                DemoInspectors.FOOD);
    }

    /** The item of the campaign that waits for the visitor. */
    long informationItem() {
        return item(
                DemoAccount.PLANNER,
                "SJ-GS-01",
                "登记事项与年度报告公示信息检查",
                Item.Category.GENERAL,
                "《企业信息公示暂行条例》",
                Set.of(SubjectKind.ENTERPRISE, SubjectKind.COOPERATIVE),
                "住所、经营范围、法定代表人等登记事项；年度报告与即时公示信息",
                DemoInspectors.PUBLIC_INFORMATION);
    }

    /** The item of the other department. */
    long buildingItem() {
        return item(
                DemoAccount.PLANNER_CONSTRUCTION,
                "ZJ-SC-01",
                "建筑市场主体资质与市场行为检查",
                Item.Category.GENERAL,
                "《中华人民共和国建筑法》",
                Set.of(SubjectKind.ENTERPRISE),
                "企业资质、人员配备、承发包行为、安全生产许可",
                DemoInspectors.BUILDING);
    }

    private long item(
            DemoAccount planner,
            String code,
            String name,
            Item.Category category,
            String basis,
            Set<SubjectKind> kinds,
            String content,
            String scope) {
        Actor actor = people.actor(planner);
        return steps.idOf("item-" + code, () -> {
            long id = items.create(
                    new ItemTerms(
                            code,
                            actor.departmentId(),
                            name,
                            category,
                            basis,
                            kinds,
                            Set.of(Item.Method.ON_SITE, Item.Method.WRITTEN),
                            content,
                            List.of(scope)),
                    actor);
            items.publish(id, actor);
            return id;
        });
    }

    private void publish(DemoAccount planner) {
        Actor actor = people.actor(planner);
        steps.once("publish-items-" + planner.account(), () -> publishItems.ofDepartment(actor.departmentId(), actor));
    }

    private void enterInDirectory(List<InspectorTerms> directory, DemoAccount planner) {
        Actor actor = people.actor(planner);
        for (InspectorTerms terms : directory) {
            steps.idOf("inspector-" + terms.staffNo(), () -> {
                long id = inspectors.create(terms, actor);
                people.bind(terms, id);
                return id;
            });
        }
    }
}
