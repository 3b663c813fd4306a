"""What a type checker refuses: each line marked so, and no other."""

import tradecontext as tc

trade = tc.data.us_goods_trade()
chart = tc.DeficitRanking(trade, year=2024)

tc.DeficitRanking(trade, yaer=2024)  # refused
tc.DeficitRanking(trade, top="ten")  # refused
tc.DeficitRanking(trade, 2024)  # refused
tc.DeficitRanking()  # refused
tc.DeficitRanking(trade, sort_by="exports")  # refused
tc.DeficitRanking(trade, theme="darkish")  # refused
tc.DeficitRanking(trade, highlight=3)  # refused
tc.DeficitRanking(trade, groups=["MEX"])  # refused
tc.DeficitRanking(trade, annotations={"MEX": "A remark"})  # refused
tc.DeficitRanking(trade, published=2025)  # refused
tc.DeficitRanking(trade, links=["pdf"])  # refused
tc.DeficitRanking(trade, supplier="USA")  # refused
tc.InputReliance(trade, view="bridge")  # refused
tc.InputReliance(trade, method="median")  # refused
tc.InputReliance(trade, period="2005")  # refused
tc.ComparativeAdvantage(trade, sort_by="deficit")  # refused
tc.ComparativeAdvantage(trade, us_content=0.3)  # refused
tc.AdjustedBalance(trade, us_content="0.3")  # refused
tc.AdjustedBalance(view="lines")  # refused

chart.embed("ifram")  # refused
chart.to_png(preset="socal")  # refused
chart.to_svg(widht=720)  # refused
chart.save(3)  # refused

chart.top = "ten"  # refused
chart.sort_by = "exports"  # refused
chart.selection = 3  # refused
chart.theme = "darkish"  # refused
chart.headline = 3  # refused
chart.spec = chart.present()  # refused
chart.update(yaer=2024)  # refused
chart.update(top="ten")  # refused
chart.update(sort_by="name")  # refused
chart.headline.uper()  # refused
chart.spec["frames"]  # refused
chart.spec["rows"][0]["gross"]  # refused
chart.spec["year"].upper()  # refused

tc.from_spec(3)  # refused
tc.from_spec("chart.json").update(year=2024)  # refused
tc.data.input_shares("service")  # refused
